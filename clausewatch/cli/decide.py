"""`clausewatch review`: a flag shown, or decided; a rating read again."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from clausewatch.cli.asked import asked, evidence_of, names_are_known
from clausewatch.cli.lost import left_over
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, passage_as_json, print_json
from clausewatch.cli.review import Shown, print_flag, stored_flag_as_json
from clausewatch.cli.written import file_behind, watchlist_if_there, write_decisions
from clausewatch.opening import existing_store
from clausewatch.settings import Settings
from desk.deciding import decide_flag, decide_rating, rating_of, with_decisions
from desk.judging import Judgement
from domain.errors import ConfigurationError
from domain.watchlist import Status
from storage.records import Decision
from storage.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("review")(review_command)


def review_command(  # noqa: PLR0913 - each is an option of its own
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="FLAG...",
            help="Numbers of flags, as `flags` lists them, or a rating as TOOL/CRITERION.",
        ),
    ],
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
    status: Annotated[
        Status | None, typer.Option(help="With `changed`: what the rating says now.")
    ] = None,
    rationale: Annotated[str | None, typer.Option(help="Why the rating says so.")] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE:PHRASE",
            help="A phrase that the rating rests on from now on; it takes the place of those "
            "of the same source that are gone. May be repeated.",
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="Write what was decided into the watchlist, too: this decision, and those "
            "before it that are not written yet.",
        ),
    ] = False,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Show a flag with its passages, or decide it. Every decision is kept, and none is final.

    confirmed: you read the rating again and it still holds. changed: the rating is another
    now (--status, --rationale, --evidence). not_relevant: nobody would have had to look.
    later: ask again on --until. reopened: take the last decision back.

    A decision covers the undecided flags that a flag extends; another decision, or
    `reopened`, takes it back. TOOL/CRITERION records that a rating was read again though
    no flag had asked for it.
    """
    settings = load_settings(watchlist, store)
    flags, ratings = asked(what)
    opened = existing_store(settings)
    until = until.replace(tzinfo=UTC) if until else None
    new = tuple(evidence_of(one) for one in evidence or ())
    if decision is not None:
        who = by or getpass.getuser()
        made = Judgement(decision, who, why, until, status, rationale, new)
        record(opened, settings, flags, ratings, made)
        tell_ratings(opened, settings, ratings, made, output)
    elif why or until or status or rationale or new or (ratings and not write):
        known = watchlist_if_there(settings, needed=bool(ratings))
        names_are_known(known, ratings, new)
        raise ConfigurationError("say with --decision what you decided")
    if write:
        again = f"clausewatch review {' '.join(what)} --write"
        write_decisions(opened, settings, named(opened, flags, ratings), later=again)
    for flag in flags:
        show_flag(opened, flag, output)
    if decision is not None and decision.is_of_ratings:
        tell_left_over(opened, settings, named(opened, flags, ratings), made, write=write)
    elif decision is Decision.REOPENED and not write:
        tell_behind(opened, settings, flags)


def record(
    store: Store,
    settings: Settings,
    flags: list[int],
    ratings: list[tuple[str, str]],
    made: Judgement,
) -> None:
    """Record a decision about flags and ratings, all of it or nothing."""
    watchlist = with_decisions(watchlist_if_there(settings, needed=bool(ratings)), store)
    names_are_known(watchlist, ratings, made.evidence)
    now = datetime.now(UTC)
    with store.work() as work:
        for flag in flags:
            decide_flag(work, watchlist, flag, made, now)
        for tool, criterion in ratings:
            decide_rating(work, watchlist, f"{tool}/{criterion}", made, now)


def tell_ratings(
    store: Store,
    settings: Settings,
    ratings: list[tuple[str, str]],
    made: Judgement,
    output: Format,
) -> None:
    """Say what was recorded about ratings, and what they say from now on."""
    watchlist = with_decisions(watchlist_if_there(settings, needed=bool(ratings)), store)
    for tool, criterion in ratings:
        status = rating_of(watchlist, tool, criterion).status.value
        if output is Format.JSON:
            who = {"decision": made.decision.value, "by": made.by, "why": made.why}
            print_json({"rating": f"{tool}/{criterion}", "status": status, **who})
        else:
            console.print(
                f"{tool}/{criterion}: {made.decision.value} by {made.by}; it says {status}",
                markup=False,
            )


def named(
    store: Store, flags: list[int], ratings: list[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Return the ratings, as (tool, criterion), that flags are about, and those named."""
    with store.read() as history:
        about = [history.flag(flag).flag for flag in flags]
    return (*((flag.tool_id, flag.criterion) for flag in about), *ratings)


def tell_left_over(
    store: Store,
    settings: Settings,
    ratings: tuple[tuple[str, str], ...],
    made: Judgement,
    *,
    write: bool,
) -> None:
    """Say what a decision left as it was before; beside the result, if any."""
    watchlist = with_decisions(watchlist_if_there(settings, needed=False), store)
    with store.read() as history:
        for line in left_over(watchlist, history, ratings, made, write=write):
            typer.echo(line, err=True)


def tell_behind(store: Store, settings: Settings, flags: list[int]) -> None:
    """Say which ratings the file still has as they were decided before that was taken back."""
    behind = file_behind(store, settings)
    with store.read() as history:
        named = {flag: history.flag(flag).flag for flag in flags}
    for number, flag in named.items():
        if (flag.tool_id, flag.criterion) in behind:
            typer.echo(
                f"{settings.watchlist} still has {flag.tool_id}/{flag.criterion} as it was "
                f"decided; put it back with: clausewatch review {number} --write",
                err=True,
            )


def show_flag(store: Store, flag: int, output: Format) -> None:
    """Print a flag with everything an editor needs to decide it."""
    with store.read() as history:
        stored = history.flag(flag)
        opinions = history.opinions([flag]).get(flag, ())
        shown = Shown(stored, opinions, history.extended_by(flag), history.reviews(flag))
        all_passages = history.change(stored.change_id).change.passages
        passages = [all_passages[index] for index in stored.flag.passages]
    if output is Format.JSON:
        told = [passage_as_json(passage) for passage in passages]
        print_json({**stored_flag_as_json(shown), "passages": told})
    else:
        print_flag(shown, passages)
