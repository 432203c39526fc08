"""`clausewatch learn`: what the decisions of editors would change, and changing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from clausewatch.cli.errors import exit_code_of
from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json, print_rows
from clausewatch.learning.past import TurnedFlag
from clausewatch.learning.report import Learning, learn_from
from clausewatch.learning.weights import model_in_use, write_weights
from clausewatch.messages.counting import counted
from clausewatch.opening import build_store, store_exists
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from domain.errors import LearningError
from review.learning.figures import Figures
from review.learning.lessons import Lesson, Moved

_MOST_WEIGHTS = 12
_MOST_FLAGS = 20


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("learn")(learn_command)


def learn_command(  # noqa: PLR0913 - each is an option of its own
    *,
    write: Annotated[
        bool, typer.Option("--write", help="Write the weights, to be used from now on.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Write them even if they are expected to do no better.")
    ] = False,
    examples: Annotated[
        list[Path] | None,
        typer.Option("--examples", help="File of labelled changes (JSON lines); may be repeated."),
    ] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """Report what the decisions of editors would teach; with --write, use it from now on.

    Nothing is changed without --write. The weights go into the file that the setting
    `weights` names (weights.yaml); delete it to go back to those that ship.
    """
    settings = load_settings(watchlist, store)
    learning = _learning(settings, examples or (), output)
    if output is Format.JSON:
        print_json(learning_as_json(learning))
    else:
        print_learning(learning)
    if write:
        _write(learning, settings, anyway=anyway)
    if output is Format.TEXT:
        done = (
            f"written to {settings.weights}"
            if write
            else (f"nothing was changed; with --write the weights go to {settings.weights}")
        )
        console.print(done, markup=False)


def _learning(settings: Settings, examples: Sequence[Path], output: Format) -> Learning:
    try:
        return learn_from(
            build_store(settings) if store_exists(settings) else None,
            load_watchlist(settings.watchlist),
            model_in_use(settings.weights),
            examples,
        )
    except LearningError as error:
        if output is Format.TEXT:
            raise
        # A program asks for a report, and that there is too little to learn from is one.
        print_json({"better": None, "why": str(error)})
        raise typer.Exit(exit_code_of(error)) from error


def _write(learning: Learning, settings: Settings, *, anyway: bool) -> None:
    lesson = learning.lesson
    if not (lesson.is_better or anyway):
        raise LearningError(
            "The learnt weights are expected to do no better than those in use, so they were "
            "not written; --anyway writes them all the same"
        )
    today = datetime.now(UTC).date()
    write_weights(lesson.model, settings.weights, decisions=lesson.decisions, on=today)


def print_learning(learning: Learning) -> None:
    """Print what would change, for people."""
    lesson = learning.lesson
    others = lesson.decisions - lesson.relevant
    console.print(
        f"[bold]{counted(lesson.decisions, 'decision')}[/bold]: {lesson.relevant} mattered, "
        f"{others} did not ({learning.from_reviews} from reviews, {learning.from_files} from files)"
    )
    if learning.from_reviews:
        console.print(
            "[dim]What was never flagged is unknown: of reviews, recall counts raised flags "
            "only.[/dim]"
        )
    console.print()
    print_rows(
        [
            _figures_row("weights in use", lesson.now),
            _figures_row("learnt (cross-validated)", lesson.expected),
        ],
        Format.TEXT,
    )
    _print_moved(lesson)
    _print_turned("no longer raised", [one for one in learning.turned if not one.raised])
    _print_turned("newly raised", [one for one in learning.turned if one.raised])
    console.print()


def _figures_row(name: str, figures: Figures) -> dict[str, Any]:
    return {
        "weights": name,
        "precision": f"{figures.precision:.3f}",
        "recall": f"{figures.recall:.3f}",
        "missed": figures.misses,
        "false": figures.false,
    }


def _print_moved(lesson: Lesson) -> None:
    console.print()
    console.print(f"[bold]{counted(len(lesson.moved), 'weight')} would move[/bold], the furthest:")
    print_rows([_moved_row(one) for one in lesson.moved[:_MOST_WEIGHTS]], Format.TEXT)
    model = lesson.model
    console.print(
        f"[dim]The thresholds stay: {model.threshold}, and {model.threshold_when_cited} where "
        "a rating quotes the source.[/dim]"
    )


def _moved_row(moved: Moved) -> dict[str, Any]:
    return {
        "criterion": moved.criterion or "(all)",
        "feature": moved.feature,
        "before": f"{moved.before:.3f}",
        "after": f"{moved.after:.3f}",
    }


def _print_turned(what: str, turned: Sequence[TurnedFlag]) -> None:
    console.print()
    console.print(f"[bold]{counted(len(turned), 'past flag')} {what}[/bold]")
    for flag in turned[:_MOST_FLAGS]:
        decided = flag.decision.value if flag.decision else "undecided"
        console.print(
            f"  {flag.at:%Y-%m-%d} {flag.tool_id} / {flag.criterion}, {flag.source_id} "
            f"({decided}): {flag.summary}",
            markup=False,
        )
    if len(turned) > _MOST_FLAGS:
        console.print(f"  … and {len(turned) - _MOST_FLAGS} more; --format json lists them all")


def learning_as_json(learning: Learning) -> dict[str, Any]:
    """Return a report as JSON can say it, with every weight and flag."""
    lesson = learning.lesson
    return {
        "decisions": lesson.decisions,
        "relevant": lesson.relevant,
        "from_reviews": learning.from_reviews,
        "from_files": learning.from_files,
        "now": _figures_as_json(lesson.now),
        "expected": _figures_as_json(lesson.expected),
        "better": lesson.is_better,
        "thresholds": [lesson.model.threshold, lesson.model.threshold_when_cited],
        "moved": [
            {
                "criterion": moved.criterion,
                "feature": moved.feature,
                "before": moved.before,
                "after": moved.after,
            }
            for moved in lesson.moved
        ],
        "turned": list(_turned_as_json(learning.turned)),
    }


def _figures_as_json(figures: Figures) -> dict[str, float]:
    return {
        "precision": round(figures.precision, 4),
        "recall": round(figures.recall, 4),
        "hits": figures.hits,
        "missed": figures.misses,
        "false": figures.false,
    }


def _turned_as_json(turned: Iterable[TurnedFlag]) -> Iterable[dict[str, Any]]:
    for flag in turned:
        yield {
            "raised": flag.raised,
            "change": flag.change_id,
            "source": flag.source_id,
            "at": flag.at.isoformat(),
            "tool": flag.tool_id,
            "criterion": flag.criterion,
            "decision": flag.decision.value if flag.decision else None,
            "summary": flag.summary,
        }
