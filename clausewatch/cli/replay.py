"""`clausewatch replay`: saved captures through the same way as fetched ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from clausewatch.cli.new_store import opened_store
from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import print_json
from clausewatch.running.replay import ReplayEvent, replay
from clausewatch.wiring import build_parts


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("replay")(replay_command)


def replay_command(
    folder: Annotated[Path, typer.Argument(help="Folder with index.json and the archives.")],
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Feed saved captures through the same way as fetched ones, with their own times.

    Prints one JSON object a line, in time order: source, at, capture, event (first,
    change, problem, recovered, note), significance, flags and detail. A page that the
    watchlist does not know takes its kind from the index and counts as cited for every
    criterion. Nobody is sent a mail. Feeding the same captures again changes nothing.
    """
    parts = build_parts(load_settings(watchlist, store), opening=opened_store)
    for happened in replay(folder, parts):
        print_json(event_as_json(happened))


def event_as_json(happened: ReplayEvent) -> dict[str, Any]:
    """Return one event of a replay as JSON can say it."""
    event = happened.event
    return {
        "source": happened.source_id,
        "at": happened.archived.capture.fetched_at.isoformat(),
        "capture": happened.archived.file,
        "event": event.kind.value,
        "significance": event.significance.value,
        "flags": [
            {
                "tool": flag.tool_id,
                "criterion": flag.criterion,
                "reasons": [reason.en for reason in flag.reasons],
            }
            for flag in event.flags
        ],
        "detail": event.detail,
    }
