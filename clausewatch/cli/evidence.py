"""`clausewatch extract`, `capture` and `accept`: how pages are read, and by-hand captures."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from clausewatch.checking.story import accept_capture, check_source
from clausewatch.cli.new_store import opened_store
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.cli.progress import print_result
from clausewatch.cli.sending import send
from clausewatch.files.comparing import capture_of_file, source_of_file
from clausewatch.messages.counting import counted
from clausewatch.messages.unknown import unknown
from clausewatch.opening import existing_store
from clausewatch.parts import Parts
from clausewatch.running.exits import Exit
from clausewatch.wiring import build_parts
from crawler.extraction import Extraction, extract
from crawler.recognition import problem_of_document, problem_of_response
from domain.capture import Capture
from domain.document import Block, BlockKind
from domain.errors import NotFoundError
from domain.problem import Problem
from domain.watchlist import Source


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("extract")(extract_command)
    app.command("capture")(capture_command)
    app.command("accept")(accept_command)


def extract_command(
    what: Annotated[str, typer.Argument(help="Id of a source, or a saved page.")],
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Show what is kept of a page as its wording, and what is left out and why.

    For a source, its latest capture is read with the watchlist's select and remove as
    they stand now; nothing is stored.
    """
    path = Path(what)
    if path.is_file():
        source = source_of_file(path)
        capture = capture_of_file(path, source)
    else:
        parts = build_parts(load_settings(watchlist, store), opening=existing_store)
        source = known_source(parts, what, noun="file or source")
        capture = latest_capture(parts, source)
    extraction = extract(capture, source)
    problem = problem_of_response(capture, source) or problem_of_document(
        extraction.document, capture, source, None, extraction.kept_share
    )
    if output is Format.JSON:
        print_json(extraction_as_json(extraction, problem))
    else:
        print_extraction(extraction, problem)


def capture_command(
    source: Annotated[str, typer.Argument(help="Id of the source.")],
    file: Annotated[Path, typer.Argument(help="The page as saved by hand.")],
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Store a page saved by hand as a capture of a source, and check it like any other.

    For sources that let no robot in. Editors are told about changes as usual. Ends with 1
    when it is not the document, or alerts could not be sent.
    """
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=opened_store)
    known = known_source(parts, source)
    result = check_source(known, capture_of_file(file, known, datetime.now(UTC)), parts)
    print_result(result, Format.TEXT)
    sent = send(parts, settings, Format.TEXT)
    raise typer.Exit(max(sent, Exit.PROBLEMS if result.problem else Exit.OK))


def accept_command(
    source: Annotated[str, typer.Argument(help="Id of the source.")],
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Take the latest capture of a source as its document, although it looks like another.

    When a page was rebuilt or rewritten so thoroughly that it is kept as a problem. Look
    at it first with `clausewatch extract SOURCE`. Editors are told what changed.
    """
    settings = load_settings(watchlist, store)
    parts = build_parts(settings, opening=existing_store)
    print_result(accept_capture(known_source(parts, source), datetime.now(UTC), parts), Format.TEXT)
    raise typer.Exit(send(parts, settings, Format.TEXT))


def known_source(parts: Parts, source_id: str, noun: str = "source") -> Source:
    """Return a source of the watchlist.

    Raises:
        ConfigurationError: there is none of this id.
    """
    source = parts.watchlist.source(source_id)
    if source is None:
        raise unknown(noun, source_id, [one.id for one in parts.watchlist.sources])
    return source


def latest_capture(parts: Parts, source: Source) -> Capture:
    """Return the latest capture of a source with its bytes."""
    with parts.store.read() as history:
        captures = history.captures(source.id, limit=1)
        if not captures:
            raise NotFoundError(f"{source.id} has no capture yet; run: clausewatch run")
        return history.capture(captures[0].id)


def extraction_as_json(extraction: Extraction, problem: Problem | None) -> dict[str, object]:
    """Return an extraction as JSON can say it."""
    return {
        "recipe": extraction.recipe,
        "fingerprint": extraction.fingerprint,
        "kept_share": round(extraction.kept_share, 3),
        "title": extraction.document.title,
        "language": extraction.document.language,
        "problem": problem.kind.value if problem else None,
        "blocks": [
            {"kind": block.kind.value, "level": block.level, "text": block.text}
            for block in extraction.document.blocks
        ],
        "dropped": [{"reason": one.reason, "text": one.text} for one in extraction.dropped],
    }


def print_extraction(extraction: Extraction, problem: Problem | None) -> None:
    """Print the blocks that were kept and, after them, what was left out."""
    document = extraction.document
    console.print(
        f"{document.title}\n{counted(document.word_count, 'word')} in "
        f"{counted(len(document.blocks), 'block')}, "
        f"language {document.language or 'unknown'}; "
        f"{extraction.kept_share:.0%} of the page's own text kept; recipe {extraction.recipe}",
        markup=False,
        style="bold",
    )
    if problem is not None:
        console.print(f"not the document: {problem.what.en}", markup=False, style="red")
    for block in document.blocks:
        console.print(line_of(block), markup=False)
    if extraction.dropped:
        console.print("\nleft out:", style="bold")
    for one in extraction.dropped:
        console.print(f"  [{one.reason}] {one.text}", markup=False, style="dim")


def line_of(block: Block) -> str:
    """Return a block as a line of Markdown."""
    if block.kind is BlockKind.HEADING:
        return f"\n{'#' * block.level} {block.text}"
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (block.level - 1)}- {block.text}"
    if block.kind is BlockKind.TABLE_ROW:
        return f"| {block.text} |"
    return block.text
