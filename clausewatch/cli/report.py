"""`clausewatch report`: how reviewing goes, in figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import typer

from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.history.figures import CriterionFigures, Figures, figures_of
from clausewatch.messages.counting import counted
from clausewatch.opening import existing_store


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("report")(report_command)


def report_command(
    watchlist: WatchlistOption = None, store: StoreOption = None, output: FormatOption = Format.TEXT
) -> None:
    """Show what is open by age, how long deciding takes, and the share of false alarms."""
    with existing_store(load_settings(watchlist, store)).read() as history:
        flags = history.flags(open_only=False)
        reviews = [review for _, review in history.all_reviews()]
    figures = figures_of(flags, reviews, datetime.now(UTC))
    if output is Format.JSON:
        print_json(figures_as_json(figures))
    else:
        print_figures(figures)


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
    console.print(f"[bold]{counted(figures.open, 'open flag')}[/bold]")
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
            f"{counted(one.flags, 'flag')} in all",
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
