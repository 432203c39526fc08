"""`clausewatch review` and `clausewatch export watchlist`: deciding, and writing it down."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from clausewatch.cli.lost import lost_lines
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, passage_as_json, print_json
from clausewatch.cli.review import Shown, print_flag, stored_flag_as_json
from clausewatch.counting import counted
from clausewatch.opening import existing_store
from clausewatch.settings import Settings
from clausewatch.unknown import unknown
from clausewatch.watchlist import load_watchlist
from clausewatch.watchlist.writing import with_edits_written, write_edits
from desk.deciding import OF_RATINGS, Judgement, decide_flag, decide_rating, pending, with_decisions
from domain.errors import ConfigurationError
from domain.watchlist import Evidence, Status, Watchlist
from storage.records import Decision
from storage.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("review")(review_command)
    export = typer.Typer(no_args_is_help=True, help="Give out what Clausewatch knows.")
    export.command("watchlist")(export_watchlist_command)
    app.add_typer(export, name="export")


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
        bool, typer.Option("--write", help="Write what was decided into the watchlist, too.")
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
    elif why or until or status or rationale or new or ratings:
        raise ConfigurationError("say with --decision what you decided")
    if write:
        write_decisions(opened, settings)
    for flag in flags:
        show_flag(opened, flag, output)
    if decision in OF_RATINGS:
        tell_lost(opened, settings, flags, ratings, write=write)


def export_watchlist_command(
    to: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; else it is printed.")
    ] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Give out the watchlist with all decisions written into it; the file itself stays.

    Comments, order and everything that no decision changed are as they were.
    """
    settings = load_settings(watchlist, store)
    known = load_watchlist(settings.watchlist)
    with existing_store(settings).read() as history:
        edits, conflicts = pending(known, history)
    for conflict in conflicts:
        typer.echo(f"warning: {conflict}", err=True)
    text = with_edits_written(settings.watchlist.read_text(encoding="utf-8"), edits)
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_text(text, encoding="utf-8")


def asked(what: list[str]) -> tuple[list[int], list[tuple[str, str]]]:
    """Tell numbers of flags from names of ratings."""
    flags, ratings = [], []
    for one in what:
        tool, slash, criterion = one.partition("/")
        if one.isdecimal():
            flags.append(int(one))
        elif slash and tool and criterion:
            ratings.append((tool, criterion))
        else:
            raise ConfigurationError(
                f'"{one}" is neither the number of a flag nor a rating such as tool/criterion'
            )
    return flags, ratings


def evidence_of(written: str) -> Evidence:
    """Read SOURCE:PHRASE."""
    source, _, phrase = written.partition(":")
    try:
        return Evidence(source=source.strip(), phrase=phrase.strip())
    except ValidationError as error:
        raise ConfigurationError(
            f'"{written}" is no evidence: write SOURCE:PHRASE, such as acme-dpa:not use it to train'
        ) from error


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


def names_are_known(
    watchlist: Watchlist, ratings: list[tuple[str, str]], evidence: tuple[Evidence, ...]
) -> None:
    """Make sure that the ratings and the sources of evidence are in the watchlist.

    Raises:
        ConfigurationError: one is not; it says what was probably meant.
    """
    names = [f"{tool.id}/{one.criterion}" for tool in watchlist.tools for one in tool.ratings]
    for tool, criterion in ratings:
        if f"{tool}/{criterion}" not in names:
            raise unknown("rating", f"{tool}/{criterion}", names)
    for one in evidence:
        if watchlist.source(one.source) is None:
            raise unknown("source", one.source, [source.id for source in watchlist.sources])


def watchlist_if_there(settings: Settings, *, needed: bool) -> Watchlist:
    """Load the watchlist; to decide a flag without changing its rating needs none."""
    if needed or settings.watchlist.exists():
        return load_watchlist(settings.watchlist)
    return Watchlist()


def write_decisions(store: Store, settings: Settings) -> None:
    """Write what was decided into the watchlist file, and say what could not be."""
    with store.read() as history:
        edits, conflicts = pending(load_watchlist(settings.watchlist), history)
    write_edits(settings.watchlist, edits)
    for conflict in conflicts:
        console.print(f"warning: {conflict}", markup=False, style="yellow")
    console.print(f"{counted(len(edits), 'rating')} written to {settings.watchlist}", markup=False)


def tell_lost(
    store: Store,
    settings: Settings,
    flags: list[int],
    ratings: list[tuple[str, str]],
    *,
    write: bool,
) -> None:
    """Say what of the decided ratings rests on words that are gone; beside the result, if any."""
    watchlist = with_decisions(watchlist_if_there(settings, needed=False), store)
    with store.read() as history:
        decided = [history.flag(flag).flag for flag in flags]
        named = [*((flag.tool_id, flag.criterion) for flag in decided), *ratings]
        for line in lost_lines(watchlist, history, named, write=write):
            typer.echo(line, err=True)


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
