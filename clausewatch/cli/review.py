"""`clausewatch flags`: what has to be re-reviewed, and how one flag is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from clausewatch.cli.filters import known_ids
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import (
    Format,
    console,
    flag_as_json,
    passage_text,
    print_json,
)
from clausewatch.opening import existing_store
from desk.grouping import grouped
from domain.change import Passage
from domain.flag import Priority
from domain.names import EVIDENCE
from domain.opinion import shown_priority
from storage.records import FlagState, StoredFlag, StoredOpinion, StoredReview


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("flags")(flags_command)


def flags_command(  # noqa: PLR0913 - each is an option of its own
    *,
    tool: Annotated[str | None, typer.Option(help="Only this tool.")] = None,
    criterion: Annotated[str | None, typer.Option(help="Only this criterion.")] = None,
    source: Annotated[str | None, typer.Option(help="Only changes of this source.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what was decided.")] = False,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """List the criteria that have to be re-reviewed, the most pressing first."""
    settings = load_settings(watchlist, store)
    with existing_store(settings).read() as history:
        flags = history.flags(
            open_only=not everything, tool=tool, criterion=criterion, source=source
        )
        if not flags and (tool or criterion or source):
            known_ids(settings, history).check(tool, criterion, source)
        opinions = history.opinions([flag.id for flag in flags])
    listed = [
        Shown(group.flag, opinions.get(group.flag.id, ()), group.extends)
        for group in grouped(flags)
    ]
    for shown in sorted(listed, key=lambda one: one.rank):
        if output is Format.JSON:
            print_json(stored_flag_as_json(shown))
        else:
            print_flag_line(shown)
    if not flags and output is Format.TEXT:
        console.print("no criterion has to be re-reviewed")


@dataclass(frozen=True, slots=True)
class Shown:
    """A flag with the second opinions about it, the undecided flags it extends, its reviews.

    All are in order of time, the oldest first.
    """

    stored: StoredFlag
    opinions: tuple[StoredOpinion, ...]
    extends: tuple[StoredFlag, ...] = ()
    reviews: tuple[StoredReview, ...] = ()

    @property
    def priority(self) -> Priority:
        """The priority to show, given the latest opinion."""
        latest = self.opinions[-1].opinion if self.opinions else None
        return shown_priority(self.stored.flag, latest)

    @property
    def rank(self) -> tuple[int, bool]:
        """What lists are sorted by: a flag that was lowered comes after its equals."""
        return -self.priority, self.priority is not self.stored.flag.priority


def print_flag_line(shown: Shown) -> None:
    """Print a flag as one entry of a list."""
    flag = shown.stored
    console.print(
        f"[bold]{flag.id}[/bold]  {flag.flag.tool_id} / [bold]{flag.flag.criterion}[/bold]"
        f"  [dim]{flag.state.value}, {shown.priority.name.lower()}, "
        f"{flag.source_id}, {flag.at:%Y-%m-%d}[/dim]"
    )
    console.print(f"    {flag.flag.summary.en}", markup=False)
    _print_extended(shown.extends)
    for given in shown.opinions[-1:]:
        console.print(f"    {given.opinion.attributed.en}", markup=False, style="dim")


def _print_extended(flags: tuple[StoredFlag, ...]) -> None:
    for earlier in reversed(flags):
        console.print(
            f"    extends flag {earlier.id} of {earlier.at:%Y-%m-%d}: {earlier.flag.summary.en}",
            markup=False,
            style="dim",
        )


def stored_flag_as_json(shown: Shown) -> dict[str, Any]:
    """Return a stored flag as JSON can say it."""
    flag = shown.stored
    review = flag.review
    return {
        "id": flag.id,
        "source": flag.source_id,
        "at": flag.at.isoformat(),
        "state": flag.state.value,
        "extends": [one.id for one in shown.extends],
        **flag_as_json(flag.flag),
        "shown_priority": shown.priority.name.lower(),
        "opinions": [opinion_as_json(given) for given in shown.opinions],
        "review": None
        if review is None
        else {
            "decision": review.decision.value,
            "by": review.by,
            "at": review.at.isoformat(),
            "why": review.why,
            "details": dict(review.details),
        },
    }


def opinion_as_json(given: StoredOpinion) -> dict[str, Any]:
    """Return a second opinion as JSON can say it."""
    opinion = given.opinion
    return {
        "model": opinion.model,
        "agrees": opinion.agrees,
        "summary": {"en": opinion.summary.en, "de": opinion.summary.de},
        "reason": opinion.reason,
        "at": given.at.isoformat(),
    }


def print_flag(shown: Shown, passages: list[Passage]) -> None:
    """Print a flag with everything an editor needs to decide it."""
    stored = shown.stored
    flag = stored.flag
    console.print(f"[bold]{flag.tool_id} / {flag.criterion}[/bold], flag {stored.id}")
    console.print(flag.summary.en, markup=False)
    for reason in flag.reasons:
        console.print(f"  - {reason.en}", markup=False)
    for state in flag.evidence:
        console.print(f"  evidence {EVIDENCE[state.status].en}: “{state.phrase}”", markup=False)
    for passage in passages:
        console.print()
        if passage.heading:
            console.print(f"under “{passage.heading}”:", markup=False, style="dim")
        console.print(passage_text(passage))
    for given in shown.opinions:
        console.print()
        console.print(given.opinion.attributed.en, markup=False)
        console.print(f"  {given.opinion.reason}", markup=False, style="dim")
    console.print()
    _print_extended(shown.extends)
    _print_standing(shown)


def _print_standing(shown: Shown) -> None:
    for review in shown.reviews:
        until = f" until {review.until:%Y-%m-%d}" if review.until else ""
        why = f": {review.why}" if review.why else ""
        console.print(
            f"{review.at:%Y-%m-%d} {review.decision.value}{until} by {review.by}{why}",
            markup=False,
        )
    if shown.stored.state is FlagState.OPEN:
        console.print(
            f"open; decide with: clausewatch review {shown.stored.id} --decision "
            "confirmed|changed|not_relevant|later --why …",
            markup=False,
        )
    else:
        console.print(
            f"to take it back: clausewatch review {shown.stored.id} --decision reopened",
            markup=False,
            style="dim",
        )
