"""`clausewatch demo`: the main job on a bundled site, everything embedded."""

from __future__ import annotations

import shutil
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from clausewatch.cli.output import Format, console
from clausewatch.cli.progress import reporting
from clausewatch.demonstration.tour import Tour, take
from domain.errors import ConfigurationError


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("demo")(demo_command)


def demo_command(
    folder: Annotated[
        Path, typer.Option("--folder", help="Where to put the store and the mails.")
    ] = Path("demo-out"),
) -> None:
    """See the main job: a bundled site changes between two crawls; flags and mails come out.

    Nothing is fetched from outside this machine, and nothing is sent.
    """
    make_room(folder)
    tour = take(
        folder, lambda line: console.print(f"\n[bold]{line}[/bold]"), reporting(Format.TEXT)
    )
    tell_where(tour, folder)


def make_room(folder: Path) -> None:
    """Empty a folder that an earlier demonstration left, and no other.

    Raises:
        ConfigurationError: the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "demo.sqlite3").exists():
            raise ConfigurationError(f"{folder} is not empty; name another with --folder")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def tell_where(tour: Tour, folder: Path) -> None:
    """Say which mails were written and how to look further."""
    console.print("\n[bold]The mails that the editors get[/bold]")
    for mail in sorted(tour.mails.glob("*.html")):
        console.print(f"  {mail}", markup=False)
    console.print(
        "\n[bold]Look further[/bold] (where it is not installed: ./dev run in place of clausewatch)"
    )
    watchlist = quote(str(folder / tour.watchlist.name))
    for command in ("flags", "review 1", "diff lumen-privacy", "history lumen-privacy", "serve"):
        console.print(f"  clausewatch {command} -w {watchlist}", markup=False)
