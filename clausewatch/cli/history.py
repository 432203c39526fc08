"""`clausewatch sources` and `history`: what became of the sources."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from clausewatch.checking.memories import memory_of
from clausewatch.cli.filters import known_ids
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, print_rows
from clausewatch.history.past import Entry, entries_of
from clausewatch.opening import existing_store
from clausewatch.wiring import build_parts
from domain.errors import NotFoundError
from domain.watchlist import Source
from storage.records import SourceState

SourceArgument = Annotated[str, typer.Argument(help="Id of the source.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("sources")(sources_command)
    app.command("history")(history_command)


def sources_command(
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """List the sources: when each was checked, read and is due, and what is wrong with it.

    One that was checked and not read waits for the check that confirms its problem.
    A problem that is not told yet, for it came back soon after it was over, says when it is.
    """
    parts = build_parts(load_settings(watchlist, store), opening=existing_store)
    with parts.store.read() as history:
        rows = [
            {
                "source": source.id,
                "url": source.url,
                "checked_at": _moment(state.last_checked_at, output),
                "read_at": _moment(state.last_good_at, output),
                "due_at": _moment(state.next_due_at, output),
                "problem": problem.problem.kind.value if problem else None,
                "told": _told(state, source) if problem else None,
            }
            for source in parts.watchlist.sources
            for state in [history.state(source.id)]
            for problem in [history.open_problem_of(source.id)]
        ]
    if output is Format.TEXT:  # addresses break a table; --format json has them
        hidden = {"url"} if any(row["told"] for row in rows) else {"url", "told"}
        rows = [{name: row[name] for name in row if name not in hidden} for row in rows]
    print_rows(rows, output)


def _told(state: SourceState, source: Source) -> str | None:
    """Say when a problem is told that was not yet."""
    from clausewatch.checking.troubles import when_told  # noqa: PLC0415 - a second: it reads pages, too

    return when_told(memory_of(state).lapses, source) or None


def history_command(
    source: SourceArgument,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """List the versions, changes and problems of a source, the latest first."""
    settings = load_settings(watchlist, store)
    opened = existing_store(settings)
    entries = entries_of(opened, source)
    if not entries:
        with opened.read() as history:
            known_ids(settings, history).check(None, None, source)
        raise NotFoundError(f"nothing is stored of {source} yet; run: clausewatch run")
    print_rows([_entry_row(entry, output) for entry in entries], output)


def _entry_row(entry: Entry, output: Format) -> dict[str, Any]:
    return {
        "at": _moment(entry.at, output),
        "what": entry.what,
        "version": entry.version,
        "detail": entry.detail,
    }


def _moment(at: datetime | None, output: Format) -> str | None:
    """Return a time in UTC: short for people, whole for programs."""
    if at is None:
        return None
    return f"{at:%Y-%m-%d %H:%M}" if output is Format.TEXT else at.isoformat(timespec="minutes")
