"""Composes a digest: all that happened since the last one, by tool, each change once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date  # noqa: N812 - as in `wording`

from alerts.identity import message_id
from alerts.letter import CHARACTERS_A_LETTER, FlagItem, letter_of
from alerts.links import Links
from alerts.rendering import BUILT_IN, Rendered, Templates
from alerts.via import BY_MAIL, Form, Via
from alerts.wording import day as written_day
from alerts.wording import label
from domain.alert import Alert, AlertKind
from domain.change import Change
from domain.editor import Editor
from domain.flag import Flag
from domain.names import DOCUMENTS
from domain.watchlist import Criterion, Source, Tool

LEAST_ROOM = 2_000  # characters of markup that even the hundredth change gets
MOST_CHANGES = 30  # shown with their passages; the others are named in a line


@dataclass(frozen=True, slots=True)
class DigestEntry:
    """The flags of one tool by one change, with their ids."""

    tool: Tool
    source: Source
    change_id: int
    change: Change
    at: datetime
    flags: tuple[tuple[int, Flag], ...]


@dataclass(frozen=True, slots=True)
class DigestSource:
    """A source in which a change was seen, as the digest names it."""

    id: str
    url: str
    document: str
    at: datetime
    link: str
    diff_command: str


@dataclass(frozen=True, slots=True)
class DigestChange:
    """One change, seen in one source or word for word in several."""

    sources: tuple[DigestSource, ...]
    language: str
    items: tuple[FlagItem, ...]


@dataclass(frozen=True, slots=True)
class DigestTool:
    """One tool with its changes, the most urgent first."""

    tool: Tool
    changes: tuple[DigestChange, ...]
    more: tuple[DigestChange, ...]

    @property
    def criteria(self) -> int:
        """How many criteria are to be re-reviewed."""
        shown = (*self.changes, *self.more)
        return len({item.criterion for change in shown for item in change.items})


def digest_id(editor: Editor, day: Date, via: Via = BY_MAIL, *, links: Links) -> str:
    """Return the message id of an editor's digest of a day: there is one a day."""
    return message_id(
        kind=AlertKind.DIGEST,
        about=f"{day.isoformat()}/{via.channel}",
        moment=None,
        tool="",
        recipient=editor.email,
        domain=links.id_domain,
    )


def digest_alert(  # noqa: PLR0913 - all are keywords
    *,
    editor: Editor,
    day: Date,
    entries: Sequence[DigestEntry],
    criteria: Mapping[str, Criterion],
    links: Links,
    via: Via = BY_MAIL,
    templates: Templates = BUILT_IN,
) -> Alert:
    """Tell an editor of all changes that ask for a review, of one day or of several.

    Changes whose flagged passages are word for word the same are one item, however many
    sources show them.
    """
    if not entries:
        raise ValueError("a digest needs at least one change")
    language = editor.language
    tools = _by_tool(entries, criteria, links, language)
    context = {
        "tools": tools,
        "day_of": day,
        "total": sum(tool.criteria for tool in tools),
        "flags_link": links.flags(),
    }
    subject = _subject(tools, day, language)
    if via.form is Form.MAIL:
        made = templates.render("digest", language, subject, context)
    else:
        made = Rendered(subject, templates.text("digest.chat", language, context), "")
    return Alert(
        message_id=digest_id(editor, day, via, links=links),
        kind=AlertKind.DIGEST,
        recipient=via.recipient(editor),
        subject=made.subject,
        text=made.text,
        html=made.html,
        headers=(("Content-Language", language),),
        channel=via.channel,
    )


def _subject(tools: Sequence[DigestTool], day: Date, language: str) -> str:
    total = sum(tool.criteria for tool in tools)
    return label("digest_subject", language, n=total, day=written_day(day, language))


def _by_tool(
    entries: Sequence[DigestEntry],
    criteria: Mapping[str, Criterion],
    links: Links,
    language: str,
) -> tuple[DigestTool, ...]:
    folded = sorted(_folded(entries), key=_most_urgent)
    room = max(LEAST_ROOM, CHARACTERS_A_LETTER // len(folded))
    tools = {same[0].tool.id: same[0].tool for same in folded}
    shown: dict[str, list[DigestChange]] = {tool: [] for tool in tools}
    more: dict[str, list[DigestChange]] = {tool: [] for tool in tools}
    for number, same in enumerate(folded):
        target = shown if number < MOST_CHANGES else more
        target[same[0].tool.id].append(_change(same, criteria, links, language, room))
    return tuple(
        DigestTool(tool, tuple(shown[key]), tuple(more[key])) for key, tool in tools.items()
    )


def _change(
    same: Sequence[DigestEntry],
    criteria: Mapping[str, Criterion],
    links: Links,
    language: str,
    room: int,
) -> DigestChange:
    first = same[0]
    letter = letter_of(
        first.flags,
        change=first.change,
        change_id=first.change_id,
        tool=first.tool,
        criteria=criteria,
        links=links,
        language=language,
        room=room,
        also=[flag for entry in same[1:] for flag in entry.flags],
    )
    return DigestChange(
        tuple(_source(entry, links, language) for entry in same),
        first.source.language,
        letter.items,
    )


def _source(entry: DigestEntry, links: Links, language: str) -> DigestSource:
    return DigestSource(
        id=entry.source.id,
        url=entry.source.url,
        document=DOCUMENTS[entry.source.kind].in_language(language),
        at=entry.at.astimezone(UTC),
        link=links.change(entry.change_id),
        diff_command=links.diff_command(entry.source.id),
    )


def _folded(entries: Iterable[DigestEntry]) -> list[list[DigestEntry]]:
    """Put entries together whose tool, criteria and flagged wording are the same."""
    same: dict[object, list[DigestEntry]] = {}
    for entry in entries:
        passages = entry.change.passages
        said = frozenset(
            (flag.criterion, passages[index].before, passages[index].after)
            for _, flag in entry.flags
            for index in flag.passages
        )
        judged = frozenset(flag.criterion for _, flag in entry.flags)
        # Without a passage there is nothing to be the same: each stands for itself.
        key = (entry.tool.id, judged, said or entry.change_id)
        same.setdefault(key, []).append(entry)
    return list(same.values())


def _most_urgent(same: Sequence[DigestEntry]) -> tuple[int, float, datetime, str]:
    flags = [flag for entry in same for _, flag in entry.flags]
    return (
        -max(flag.priority for flag in flags),
        -max(flag.score for flag in flags),
        same[0].at,
        same[0].source.id,
    )
