"""`clausewatch run` and `clausewatch worker`: check what is due, once or for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated

import typer

from clausewatch.cli.new_store import opened_store
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console
from clausewatch.cli.progress import reporting
from clausewatch.cli.sending import send
from clausewatch.messages.counting import counted
from clausewatch.opinions.asking import Asking
from clausewatch.running.crawling import Crawling, run_once
from clausewatch.running.exits import Exit
from clausewatch.running.working import work_until_stopped
from clausewatch.settings import Settings
from clausewatch.telling.channels import build_channels
from clausewatch.wiring import build_parts


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("run")(run_command)
    app.command("worker")(worker_command)


def run_command(
    *,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="Only this source; may be repeated.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Check now, even what is not due or unchanged.")
    ] = False,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Check once what is due, then send the alerts: for cron.

    Ends with 0 when all went well, 1 when sources that it checked had problems or alerts
    could not be sent, 2 when the watchlist or the settings are wrong (nothing was fetched),
    3 when the store failed. The code tells of this run alone: with nothing due it is 0,
    whatever an earlier run met; `clausewatch sources` lists all that is wrong now.
    """
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=opened_store)
    warn_of_no_contact(settings)
    crawling = Crawling(parts, settings, reporting(output), force)
    exit_code = run_once(crawling, source or ())
    if exit_code is None and output is Format.TEXT:
        say_why_nothing_was_checked(crawling, source or ())
    sent = send(parts, settings, output)
    ask(Asking(parts.store, parts.watchlist, settings.opinion), output)
    raise typer.Exit(max(exit_code or Exit.OK, sent))


def worker_command(watchlist: WatchlistOption = None, store: StoreOption = None) -> None:
    """Check what is due and send alerts, until it is stopped (Ctrl-C or SIGTERM).

    What fell due while no worker ran is checked once. Several workers may share one
    store: no source is checked by two of them at once.
    """
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=opened_store)
    warn_of_no_contact(settings)
    console.print(
        f"watching {counted(len(parts.watchlist.sources), 'source')}, store {settings.store_shown}",
        markup=False,
    )
    crawling = Crawling(parts, settings, reporting(Format.TEXT))
    asyncio.run(work_until_stopped(crawling, build_channels(settings)))
    console.print("stopped; what was under way is checked at the next start")
    raise typer.Exit(Exit.OK)


def say_why_nothing_was_checked(crawling: Crawling, asked_for: Sequence[str]) -> None:
    """Say that nothing is due, or that another process is at it."""
    held = crawling.held_by_others([source.id for source in crawling.chosen(asked_for)])
    if held:
        last = max(lease.until for _, lease in held)
        console.print(
            f"nothing else is due; another process is checking "
            f"{', '.join(source_id for source_id, _ in held[:5])}"
            f"{f' and {len(held) - 5} more' if len(held) > 5 else ''} "  # noqa: PLR2004 - a line's worth
            f"({held[0][1].owner}; if that has died, they are free at {last:%H:%M:%S} UTC)",
            markup=False,
        )
    else:
        never = never_read(crawling, asked_for)
        console.print(f"nothing is due{next_check(crawling)}; --force checks now", markup=False)
        if never:
            console.print(
                f"{counted(never, 'source')} could never be read so far "
                "(`clausewatch sources` names the problems); --force tries again now",
                markup=False,
                style="yellow",
            )


def never_read(crawling: Crawling, asked_for: Sequence[str]) -> int:
    """Return how many sources were tried and have no good version yet."""
    with crawling.parts.store.read() as history:
        states = [history.state(source.id) for source in crawling.chosen(asked_for)]
    return sum(one.last_checked_at is not None and one.last_good_at is None for one in states)


def next_check(crawling: Crawling) -> str:
    """Say which source is due next, and when."""
    with crawling.parts.store.read() as history:
        coming = [
            (state.next_due_at, state.source_id)
            for state in (history.state(source.id) for source in crawling.chosen(()))
            if state.next_due_at is not None
        ]
    return f"; next {min(coming)[1]} at {min(coming)[0]:%Y-%m-%d %H:%M} UTC" if coming else ""


def warn_of_no_contact(settings: Settings) -> None:
    """Say what a polite robot lacks: sites have to be able to reach whoever runs it."""
    if not settings.contact and not settings.fetch.allow_private:
        typer.echo(
            "clausewatch: set contact to your mail or address (CLAUSEWATCH_CONTACT), so that "
            "sites can reach you; the user agent names it",
            err=True,
        )


def ask(asking: Asking, output: Format) -> None:
    """Ask for second opinions, and say what came of it."""
    report = asking.ask()
    if output is Format.JSON:
        return
    if report.answered:
        answers = counted(report.answered, "second opinion")
        console.print(f"{answers} from {asking.settings.model}", markup=False)
    if report.trouble:
        console.print(
            f"no second opinion from {asking.settings.model}: {report.trouble}; the flags are "
            "as they were",
            markup=False,
            style="yellow",
        )
