"""`clausewatch stale` and `clausewatch report`: what grew old, and how reviewing goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.figures import CriterionFigures, Figures, figures_of
from clausewatch.staleness import RatingAge, rating_ages
from clausewatch.wiring import build_parts, existing_store


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    panel = "Reviewing"
    app.command("stale", rich_help_panel=panel)(stale_command)
    app.command("report", rich_help_panel=panel)(report_command)


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
    parts = build_parts(load_settings(watchlist, store))
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


def report_command(store: StoreOption = None, output: FormatOption = Format.TEXT) -> None:
    """Show what is open by age, how long deciding takes, and the share of false alarms."""
    with existing_store(load_settings(store=store)).read() as history:
        flags = history.flags(open_only=False)
        reviews = [review for _, review in history.all_reviews()]
    figures = figures_of(flags, reviews, datetime.now(UTC))
    if output is Format.JSON:
        print_json(figures_as_json(figures))
    else:
        print_figures(figures)


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
        reviewed = f"never reviewed, watched for {age.age.days} days"
    else:
        by = f" by {age.by}" if age.by else ""
        reviewed = f"reviewed {age.reviewed_at:%Y-%m-%d}{by}"
    console.print(f"{age.tool.id} / {age.rating.criterion}", style="bold", markup=False, end="  ")
    console.print(f"{age.rating.status.value}", markup=False, style="dim")
    console.print(f"    {reviewed}{f', against {against}' if against else ''}", markup=False)
    if age.too_old:
        console.print(f"    older than {age.limit.days} days", style="yellow")
    for change in age.unflagged:
        console.print(
            f"    {change.source_id} changed on {change.at:%Y-%m-%d}, and no flag was raised "
            f"(change {change.id})",
            markup=False,
            style="yellow",
        )


def figures_as_json(figures: Figures) -> dict[str, Any]:
    """Return the figures as JSON can say them; times are in hours."""
    return {
        "open": figures.open,
        "open_by_age": dict(figures.open_by_age),
        "oldest_open_hours": _hours(figures.oldest_open),
        "decided": figures.decided,
        "median_hours_to_decision": _hours(figures.median_time),
        "longest_hours_to_decision": _hours(figures.longest_time),
        "all": _criterion_as_json(figures.total),
        "criteria": {key: _criterion_as_json(one) for key, one in figures.criteria.items()},
    }


def print_figures(figures: Figures) -> None:
    """Print the figures for people."""
    console.print(f"[bold]{figures.open} open flags[/bold]")
    for name, count in figures.open_by_age.items():
        console.print(f"    {count:>5}  {name}")
    console.print(f"[bold]{figures.decided} decided[/bold]")
    if figures.median_time is not None:
        console.print(
            f"    half of them within {_long(figures.median_time)}, all within "
            f"{_long(figures.longest_time)}"
        )
    console.print("[bold]Judged not relevant[/bold]")
    for key, one in {**figures.criteria, "all": figures.total}.items():
        share = "-" if one.false_alarms is None else f"{one.false_alarms:.0%}"
        console.print(
            f"    {share:>5}  {key}: {one.not_relevant} of {one.decided} decided, "
            f"{one.flags} flags in all",
            markup=False,
        )


def _criterion_as_json(one: CriterionFigures) -> dict[str, Any]:
    share = one.false_alarms
    return {
        "flags": one.flags,
        "decided": one.decided,
        "not_relevant": one.not_relevant,
        "share_not_relevant": None if share is None else round(share, 3),
    }


def _hours(time: timedelta | None) -> float | None:
    return None if time is None else round(time / timedelta(hours=1), 1)


def _long(time: timedelta | None) -> str:
    hours = _hours(time) or 0.0
    return f"{hours:.1f} hours" if hours < 48 else f"{hours / 24:.1f} days"  # noqa: PLR2004
