"""`clausewatch stale`: the ratings whose review grew old."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.messages.counting import counted
from clausewatch.opening import existing_store
from clausewatch.wiring import build_parts
from desk.staleness import RatingAge, rating_ages


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("stale")(stale_command)


def stale_command(
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Every rating with its last review.")
    ] = False,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """List ratings to read again though no flag asks for it.

    A rating is stale when its last review is older than `review_every` of the watchlist,
    or when what it rests on changed since and no flag was raised. To make it fresh:
    clausewatch review TOOL/CRITERION --decision confirmed
    """
    parts = build_parts(load_settings(watchlist, store), opening=existing_store)
    with parts.store.read() as history:
        ages = rating_ages(parts.watchlist, history, datetime.now(UTC))
    shown = [age for age in ages if everything or age.is_stale]
    for age in shown:
        if output is Format.JSON:
            print_json(age_as_json(age))
        else:
            print_age(age)
    if not shown and output is Format.TEXT:
        console.print("no rating is stale")


def age_as_json(age: RatingAge) -> dict[str, Any]:
    """Return the age of a rating as JSON can say it."""
    return {
        "tool": age.tool.id,
        "criterion": age.rating.criterion,
        "status": age.rating.status.value,
        "reviewed_at": age.reviewed_at.isoformat() if age.reviewed_at else None,
        "by": age.by,
        "versions": dict(age.versions),
        "age_days": age.age.days,
        "limit_days": age.limit.days,
        "too_old": age.too_old,
        "unflagged_changes": [
            {"id": change.id, "source": change.source_id, "at": change.at.isoformat()}
            for change in age.unflagged
        ],
    }


def print_age(age: RatingAge) -> None:
    """Print a rating with its last review, and why it is stale if it is."""
    against = ", ".join(f"{source} v{number}" for source, number in age.versions.items())
    if age.reviewed_at is None:
        reviewed = f"never reviewed, watched for {counted(age.age.days, 'day')}"
    else:
        by = f" by {age.by}" if age.by else ""
        reviewed = f"reviewed {age.reviewed_at:%Y-%m-%d}{by}"
    console.print(f"{age.tool.id} / {age.rating.criterion}", style="bold", markup=False, end="  ")
    console.print(f"{age.rating.status.value}", markup=False, style="dim")
    console.print(f"    {reviewed}{f', against {against}' if against else ''}", markup=False)
    if age.too_old:
        console.print(f"    older than {counted(age.limit.days, 'day')}", style="yellow")
    for change in age.unflagged:
        console.print(
            f"    {change.source_id} changed on {change.at:%Y-%m-%d}, and no flag was raised "
            f"(change {change.id})",
            markup=False,
            style="yellow",
        )
