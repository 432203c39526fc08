"""`clausewatch compare`: two files, or many pairs, without a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import BaseModel

from clausewatch.cli.options import FormatOption
from clausewatch.cli.output import (
    Format,
    console,
    passage_as_json,
    print_change,
    print_json,
)
from clausewatch.files.comparing import Comparison, compare_documents, document_of_file
from clausewatch.files.json_lines import read_json_lines
from clausewatch.parts import Scoring
from clausewatch.wiring import build_scoring
from crawler.extraction import read_markdown
from domain.watchlist import DocumentKind
from review.explaining.reasons import reasons_of


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("compare")(compare_command)


def compare_command(
    old: Annotated[Path | None, typer.Argument(help="The file before.")] = None,
    new: Annotated[Path | None, typer.Argument(help="The file after.")] = None,
    *,
    kind: Annotated[DocumentKind, typer.Option(help="What kind of document it is.")] = (
        DocumentKind.OTHER
    ),
    batch: Annotated[
        Path | None,
        typer.Option(
            help="File of JSON objects, one a line, with id, old and new (Markdown) and kind."
        ),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Compare two files: the passages, the significance and the criteria to re-review.

    The files may be HTML, Markdown, plain text or PDF. With --batch, many pairs are
    compared and one JSON object a line is printed for each.
    """
    scoring = build_scoring()
    if batch is not None and old is None and new is None:
        for pair in read_json_lines(batch, Pair):
            documents = (read_markdown(pair.old), read_markdown(pair.new))
            comparison = compare_documents(*documents, pair.kind, scoring)
            print_json({"id": pair.id, **comparison_as_json(comparison)})
    elif batch is None and old is not None and new is not None:
        documents = (document_of_file(old), document_of_file(new))
        print_comparison(compare_documents(*documents, kind, scoring), output, scoring)
    else:
        raise typer.BadParameter("give either OLD and NEW, or --batch FILE")


class Pair(BaseModel):
    """One line of a batch."""

    id: str
    old: str
    new: str
    kind: DocumentKind = DocumentKind.OTHER


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON can say it."""
    return {
        "significance": comparison.change.significance.value,
        "reason": comparison.change.reason,
        "capture": "defect" if comparison.defect else "ok",
        "flags": {
            key: {
                "score": round(score.score, 3),
                "reasons": [reason.en for reason in reasons_of(score.details, comparison.change)],
            }
            for key, score in comparison.flags.items()
        },
        "passages": [passage_as_json(passage) for passage in comparison.change.passages],
    }


def print_comparison(comparison: Comparison, output: Format, scoring: Scoring) -> None:
    """Print a comparison for people or for programs."""
    if output is Format.JSON:
        print_json(comparison_as_json(comparison))
        return
    if comparison.defect is not None:
        console.print(f"[yellow]not a proper capture:[/yellow] {comparison.defect.what.en}")
    print_change(comparison.change)
    if not comparison.flags and comparison.defect is None:
        console.print()
        console.print("No criterion has to be re-reviewed.")
    labels = {criterion.key: criterion.label["en"] for criterion in scoring.criteria}
    for key, score in sorted(comparison.flags.items(), key=lambda one: -one[1].score):
        console.print()
        console.print(f"[bold]re-review {labels[key]}[/bold] ({key}, score {score.score:.2f})")
        for reason in reasons_of(score.details, comparison.change):
            console.print(f"  - {reason.en}", markup=False)
