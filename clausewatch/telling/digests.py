"""Composes the digests that are due: what they cover is noted when they are queued."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from alerts.digest import DigestEntry, digest_alert, digest_id
from alerts.via import BY_MAIL, Form
from clausewatch.parts import Parts
from domain.editor import Editor
from storage.records import DigestItem, StoredFlag
from storage.store import Store, Work


def queue_due_digests(parts: Parts, now: datetime) -> int:
    """Queue the digest of each editor whose hour has come; return how many.

    One transaction an editor takes the flags, queues the digest and notes that they are
    covered: a process that dies leaves either all of it or nothing.
    """
    _follow_the_hours(parts, now)
    return sum(_queue_digest(parts, recipient, now) for recipient in _recipients(parts.store, now))


def _follow_the_hours(parts: Parts, now: datetime) -> None:
    """Have what waits come at the hour that the watchlist names now: it may have been edited."""
    with parts.store.read() as history:
        moved = [
            (queue, hour)
            for queue in history.digests_waiting()
            if queue.due_at > now and (editor := _editor(parts, queue.recipient)) is not None
            if (hour := editor.next_hour(now)) != queue.due_at
        ]
    if moved:
        with parts.store.work() as work:
            for queue, hour in moved:
                work.move_digest(queue, hour)


def _recipients(store: Store, now: datetime) -> Sequence[str]:
    with store.read() as history:
        return history.digest_recipients(now)


def _queue_digest(parts: Parts, recipient: str, now: datetime) -> bool:
    editor = _editor(parts, recipient)
    with parts.store.work() as work:
        items = work.claim_digest(recipient, now)
        if editor is None:
            _hand_over(parts, work, items, now)
            return False
        day = editor.local(now).date()
        ways = [via for via in parts.ways_to(editor) if via.form is not Form.WEBHOOK] or [BY_MAIL]
        if any(work.is_queued(digest_id(editor, day, via, links=parts.links)) for via in ways):
            # Flagged just after today's digest was made: tomorrow's takes it.
            work.put_off_digest(items, editor.next_hour(now))
            return False
        entries = _entries(parts, work, items)
        for via in ways if entries else ():
            alert = digest_alert(
                editor=editor,
                day=day,
                entries=entries,
                criteria={criterion.key: criterion for criterion in parts.watchlist.criteria},
                links=parts.links,
                via=via,
                templates=parts.templates,
            )
            work.queue(alert, now)
        work.mark_covered(items, now)
    return bool(entries)


def _editor(parts: Parts, recipient: str) -> Editor | None:
    people = parts.watchlist.people()
    return next((one for one in people if one.email.casefold() == recipient), None)


def _hand_over(parts: Parts, work: Work, items: Sequence[DigestItem], now: datetime) -> None:
    """Give what waited for somebody who left to those who mind it now."""
    for item in items:
        flag = work.flag(item.flag_id).flag
        tool = parts.watchlist.tool(flag.tool_id)
        for editor in parts.watchlist.editors_of(tool, flag.criterion) if tool else ():
            work.add_to_digest(editor.email, [item.flag_id], now)
    work.mark_covered(items, now)


def _entries(parts: Parts, work: Work, items: Iterable[DigestItem]) -> list[DigestEntry]:
    """Return what is still to be decided, by tool and change, the oldest change first."""
    together: dict[tuple[int, str], list[StoredFlag]] = {}
    for item in items:
        stored = work.flag(item.flag_id)
        if stored.state.is_undecided:
            together.setdefault((stored.change_id, stored.flag.tool_id), []).append(stored)
    found = (_entry(parts, work, *key, flags) for key, flags in together.items())
    return [entry for entry in found if entry is not None]


def _entry(
    parts: Parts, work: Work, change_id: int, tool_id: str, flags: Sequence[StoredFlag]
) -> DigestEntry | None:
    change = work.change(change_id)
    tool = parts.watchlist.tool(tool_id)
    source = parts.watchlist.source(change.source_id)
    if tool is None or source is None:  # no longer watched: there is nothing to review
        return None
    numbered = tuple((stored.id, stored.flag) for stored in flags)
    return DigestEntry(tool, source, change_id, change.change, change.at, numbered)
