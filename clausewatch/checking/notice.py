"""Who is told of a change: queues the alerts of a check in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from alerts.compose import change_alert
from alerts.letter import Earlier
from alerts.news import ChangeNews
from alerts.via import Form
from clausewatch.checking.events import Check
from domain.change import Change
from domain.editor import Editor
from domain.flag import Flag
from domain.watchlist import Tool
from storage.records import StoredVersion

Numbered = tuple[int, Flag]


def of_change(
    check: Check, old: StoredVersion, change: Change, change_id: int, flags: Sequence[Numbered]
) -> None:
    """Queue one alert for each editor of each tool that has a flag, or put it in a digest.

    A program that is told by a webhook is told at once: it has no breakfast to wait for.
    """
    if not check.parts.tell:
        return
    for tool in check.parts.watchlist.tools_citing(check.source.id):
        own = [(flag_id, flag) for flag_id, flag in flags if flag.tool_id == tool.id]
        for editor, minded in by_editor(check, tool, own).items():
            ways = check.parts.ways_to(editor)
            at_once = [via for via in ways if editor.when == "at once" or via.form is Form.WEBHOOK]
            if len(at_once) < len(ways):
                due_at = editor.next_hour(check.at)
                numbers = [flag_id for flag_id, _ in minded]
                check.work.add_to_digest(editor.email, numbers, due_at)
            if at_once:
                news = _news(check, old, change, change_id, tool, editor, minded)
                for via in at_once:
                    check.work.queue(change_alert(news, via, check.parts.templates), check.at)


def by_editor(
    check: Check, tool: Tool, flags: Iterable[Numbered]
) -> Mapping[Editor, list[Numbered]]:
    """Return which flags of a tool each editor minds and wants to be sent."""
    found: dict[Editor, list[Numbered]] = {}
    for flag_id, flag in flags:
        for editor in check.parts.watchlist.editors_of(tool, flag.criterion):
            if editor.wants(flag.priority):
                found.setdefault(editor, []).append((flag_id, flag))
    return found


def _news(  # noqa: PLR0913, PLR0917 - what an alert is about and to whom it goes
    check: Check,
    old: StoredVersion,
    change: Change,
    change_id: int,
    tool: Tool,
    editor: Editor,
    flags: Sequence[Numbered],
) -> ChangeNews:
    return ChangeNews(
        editor=editor,
        tool=tool,
        source=check.source,
        change=change,
        change_id=change_id,
        flags=flags,
        criteria={criterion.key: criterion for criterion in check.parts.watchlist.criteria},
        before_at=old.at,
        after_at=check.at,
        links=check.parts.links,
        earlier=_earlier(check, tool, flags),
    )


def _earlier(
    check: Check, tool: Tool, flags: Sequence[Numbered]
) -> Mapping[str, Sequence[Earlier]]:
    """Return the undecided flags of earlier changes: the new ones extend them."""
    new = {flag_id for flag_id, _ in flags}
    found: dict[str, list[Earlier]] = {}
    for _, flag in flags:
        for stored in check.work.flags(
            open_only=False, tool=tool.id, criterion=flag.criterion, source=check.source.id
        ):
            if stored.state.is_undecided and stored.id not in new:
                earlier = Earlier(stored.id, stored.at, stored.flag.summary)
                found.setdefault(flag.criterion, []).append(earlier)
    return {key: sorted(earlier, key=lambda one: one.flag_id) for key, earlier in found.items()}
