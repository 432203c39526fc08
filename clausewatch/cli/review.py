"""`clausewatch flags` and `clausewatch review`: what is open, and deciding it."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from clausewatch.cli.options import FormatOption, StoreOption, load_settings
from clausewatch.cli.output import (
    Format,
    console,
    flag_as_json,
    passage_as_json,
    passage_text,
    print_json,
)
from clausewatch.wiring import build_store
from domain.change import Passage
from domain.errors import ConfigurationError
from domain.flag import Priority
from domain.opinion import shown_priority
from storage.records import Decision, FlagState, StoredFlag, StoredOpinion


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    panel = "Reviewing"
    app.command("flags", rich_help_panel=panel)(flags_command)
    app.command("review", rich_help_panel=panel)(review_command)


def flags_command(  # noqa: PLR0913 - each is an option of its own
    *,
    tool: Annotated[str | None, typer.Option(help="Only this tool.")] = None,
    criterion: Annotated[str | None, typer.Option(help="Only this criterion.")] = None,
    source: Annotated[str | None, typer.Option(help="Only changes of this source.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what was decided.")] = False,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """List the criteria that have to be re-reviewed, the most pressing first."""
    with build_store(load_settings(store=store)).read() as history:
        flags = history.flags(
            open_only=not everything, tool=tool, criterion=criterion, source=source
        )
        opinions = history.opinions([flag.id for flag in flags])
    listed = [Shown(flag, opinions.get(flag.id, ())) for flag in flags]
    for shown in sorted(listed, key=lambda one: one.rank):
        if output is Format.JSON:
            print_json(stored_flag_as_json(shown))
        else:
            print_flag_line(shown)
    if not flags:
        console.print("no criterion has to be re-reviewed")


def review_command(  # noqa: PLR0913 - each is an option of its own
    flag: Annotated[int, typer.Argument(help="Number of the flag, as `flags` lists it.")],
    *,
    decision: Annotated[
        Decision | None,
        typer.Option(help="What you decided; without it the flag is shown."),
    ] = None,
    why: Annotated[str, typer.Option(help="Why, in a sentence.")] = "",
    by: Annotated[str, typer.Option(help="Who decides. [dim]the user of this machine[/dim]")] = "",
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="With `later`: the day it comes up again."),
    ] = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Show a flag with its passages, or decide it. Every decision is kept, and none is final."""
    opened = build_store(load_settings(store=store))
    if (decision is Decision.LATER) is (until is None):
        raise ConfigurationError("--until DAY goes with --decision later, and with no other")
    if decision is not None:
        with opened.work() as work:
            work.record_review(
                flag,
                decision,
                by or getpass.getuser(),
                datetime.now(UTC),
                why,
                until=until.replace(tzinfo=UTC) if until else None,
            )
    with opened.read() as history:
        stored = history.flag(flag)
        shown = Shown(stored, history.opinions([flag]).get(flag, ()))
        all_passages = history.change(stored.change_id).change.passages
        passages = [all_passages[index] for index in stored.flag.passages]
    if output is Format.JSON:
        print_json(
            {
                **stored_flag_as_json(shown),
                "passages": [passage_as_json(passage) for passage in passages],
            }
        )
    else:
        print_flag(shown, passages)


@dataclass(frozen=True, slots=True)
class Shown:
    """A flag with the second opinions about it, oldest first."""

    stored: StoredFlag
    opinions: tuple[StoredOpinion, ...]

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
    for given in shown.opinions[-1:]:
        console.print(f"    {given.opinion.attributed.en}", markup=False, style="dim")


def stored_flag_as_json(shown: Shown) -> dict[str, Any]:
    """Return a stored flag as JSON can say it."""
    flag = shown.stored
    review = flag.review
    return {
        "id": flag.id,
        "source": flag.source_id,
        "at": flag.at.isoformat(),
        "state": flag.state.value,
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
        console.print(f"  evidence {state.status.value}: “{state.phrase}”", markup=False)
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
    _print_standing(stored)


def _print_standing(stored: StoredFlag) -> None:
    if stored.review is None or stored.state is FlagState.OPEN:
        console.print(
            f"open; decide with: clausewatch review {stored.id} --decision "
            "confirmed|changed|not_relevant|later --why …",
            markup=False,
        )
    else:
        review = stored.review
        console.print(
            f"{review.decision.value} by {review.by} on {review.at:%Y-%m-%d}: {review.why}",
            markup=False,
        )
