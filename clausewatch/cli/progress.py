"""What a run says while it works: a line for each source as it is checked."""

from __future__ import annotations

import sys
from functools import partial

from rich.markup import escape

from clausewatch.checking.events import CheckResult, Event, EventKind
from clausewatch.cli.errors import nobody_listens
from clausewatch.cli.output import Format, console, flag_as_json, print_json
from clausewatch.running.reporting import Reporting
from domain.change import Significance
from review.verdict import Outcome

_STYLES = {
    EventKind.FIRST: "cyan",
    EventKind.CHANGE: "bold yellow",
    EventKind.PROBLEM: "bold red",
    EventKind.RECOVERED: "green",
    EventKind.NOTE: "dim",
}
_QUIET = {
    Outcome.UNCHANGED: "unchanged",
    Outcome.WAITING: "another wording; told when it stays",
    Outcome.CHANGE: "only its layout changed",
}


def reporting(output: Format) -> Reporting:
    """Return how a run tells what its checks come to: a line for each, its children's too."""
    child = (sys.executable, "-m", "clausewatch.cli.child", output.value)
    return Reporting(partial(print_result, output=output), child)


def print_result(result: CheckResult, output: Format) -> None:
    """Print what the check of one source came to.

    That nobody can read it is no trouble of the source: a check that was made is made.
    """
    try:
        _print(result, output)
    except (OSError, SystemExit):  # Rich ends the process when a pipe is closed
        nobody_listens()


def _print(result: CheckResult, output: Format) -> None:
    if output is Format.JSON:
        print_json(result_as_json(result))
        return
    for event in result.events:
        _line(result.source_id, event.kind.value, _detail(event), _STYLES[event.kind])
        if event.kind is EventKind.PROBLEM and result.problem is not None:
            _line("", "do", result.problem.advice.en, "dim")
        for flag in event.flags:
            _line("", "flag", f"{flag.tool_id}/{flag.criterion}: {flag.summary.en}", "yellow")
    if result.events:
        return
    if result.problem is not None:
        told = "still" if result.outcome is Outcome.STILL_PROBLEM else "to be confirmed"
        _line(result.source_id, "problem", f"({told}) {result.problem.what.en}", "red")
        _line("", "do", result.problem.advice.en, "dim")
    else:
        _line(result.source_id, "-", _QUIET.get(result.outcome, result.outcome.value), "dim")


def _detail(event: Event) -> str:
    if event.significance is Significance.NONE:
        return event.detail
    return f"{event.significance.value}, {event.detail}"


def _line(source: str, word: str, detail: str, style: str) -> None:
    console.print(f"{escape(source):<32} [{style}]{word:<9}[/{style}] {escape(detail)}")


def result_as_json(result: CheckResult) -> dict[str, object]:
    """Return what a check came to as JSON can say it."""
    return {
        "source": result.source_id,
        "at": result.at.isoformat(),
        "outcome": result.outcome.value,
        "problem": result.problem.kind.value if result.problem else None,
        "events": [
            {
                "event": event.kind.value,
                "significance": event.significance.value,
                "detail": event.detail,
                "flags": [flag_as_json(flag) for flag in event.flags],
            }
            for event in result.events
        ],
    }
