"""`clausewatch diff`: what changed between two versions."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from clausewatch.cli.filters import known_ids
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, change_as_json, console, print_change, print_json
from clausewatch.history.versions import comparison_of
from clausewatch.opening import existing_store
from clausewatch.wiring import build_parts
from domain.value import LARGEST_NUMBER


def _version(option: str, which: str) -> Any:
    return typer.Option(option, min=1, max=LARGEST_NUMBER, help=f"Number of the {which} version.")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("diff")(diff_command)


def diff_command(  # noqa: PLR0913 - each is an option of its own
    source: Annotated[str, typer.Argument(help="Id of the source.")],
    *,
    old: Annotated[int | None, _version("--from", "older")] = None,
    new: Annotated[int | None, _version("--to", "newer")] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Show what changed between two versions of a source, the last two by default."""
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=existing_store)
    if parts.watchlist.source(source) is None:
        with parts.store.read() as history:
            known_ids(settings, history).check(None, None, source)
    compared = comparison_of(parts, source, old, new)
    if output is Format.JSON:
        numbers = {"source": source, "from": compared.old.number, "to": compared.new.number}
        print_json({**numbers, **change_as_json(compared.change)})
        return
    console.print(
        f"{source}: version {compared.old.number} of {compared.old.at:%Y-%m-%d %H:%M} → "
        f"version {compared.new.number} of {compared.new.at:%Y-%m-%d %H:%M} (UTC)",
        markup=False,
    )
    print_change(compared.change)
