"""What the commands print: readable lines for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from domain.change import Change, Edit, Finding, Passage, PassageKind
from domain.flag import EvidenceState, Flag


class Format(StrEnum):
    """How to print."""

    TEXT = "text"
    JSON = "json"


console = Console(highlight=False, soft_wrap=True)
"""Where text goes. Rich leaves colours out when the output is no terminal."""


def print_json(value: Any) -> None:
    """Print one value as one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Print plain lines; nothing in them is taken for markup."""
    for line in lines:
        console.print(escape(line))


def print_rows(rows: Sequence[Mapping[str, Any]], output: Format) -> None:
    """Print rows of the same columns: as a table for people, one object a line for programs."""
    if output is Format.JSON:
        for row in rows:
            print_json(row)
        return
    if not rows:
        console.print("nothing yet")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in rows[0]:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row.values()))
    console.print(table)


_STYLES = {Edit.EQUAL: "", Edit.DELETE: "red strike", Edit.INSERT: "green underline"}
_MARKS = {Edit.EQUAL: ("", ""), Edit.DELETE: ("[-", "-]"), Edit.INSERT: ("{+", "+}")}


def passage_text(passage: Passage) -> Text:
    """Return a passage with its words before and after, marked even without colours."""
    text = Text()
    for segment, gap in zip(passage.segments, _gaps(passage), strict=True):
        opening, closing = _MARKS[segment.edit]
        text.append(gap)
        text.append(f"{opening}{segment.text}{closing}", style=_STYLES[segment.edit])
    return text


def _gaps(passage: Passage) -> Iterator[str]:
    """Yield what stands before each segment: a space where the page has one."""
    ends = {Edit.DELETE: 0, Edit.INSERT: 0}
    texts = {Edit.DELETE: passage.before, Edit.INSERT: passage.after}
    for segment in passage.segments:
        spaced = False
        for side in texts if segment.edit is Edit.EQUAL else (segment.edit,):
            start = texts[side].find(segment.text, ends[side])
            spaced |= start != ends[side]
            if start >= 0:
                ends[side] = start + len(segment.text)
        yield " " if spaced else ""


def print_change(change: Change) -> None:
    """Print the passages of a change, each under its heading."""
    console.print(f"[bold]{change.significance.value}[/bold]: {escape(change.reason)}")
    for number, passage in enumerate(change.passages, start=1):
        console.print()
        console.print(f"[bold]{number}. {passage.kind.value}[/bold]{escape(_where(passage))}")
        if passage.kind is PassageKind.MOVED:
            console.print(escape(passage.after))
        else:
            console.print(passage_text(passage))
        for finding in passage.findings:
            words = " → ".join(filter(None, (finding.before, finding.after)))
            console.print(f"   [dim]{_said(finding)}: {escape(words)}[/dim]")


def _where(passage: Passage) -> str:
    """Say under which heading a passage stands; a heading that moved stands under none."""
    if not passage.heading:
        return ""
    moved = passage.kind is PassageKind.MOVED
    return f"{'; it now comes after the heading' if moved else ' under'} “{passage.heading}”"


def _said(finding: Finding) -> str:
    """Say in words what changed; what stands on one side alone was added or removed."""
    said = finding.kind.value.replace("_", " ")
    if finding.before and finding.after:
        return said
    return said.replace(" changed", " added" if finding.after else " removed")


def flag_as_json(flag: Flag) -> dict[str, Any]:
    """Return a flag as JSON can say it, in the words of the replay format."""
    return {
        "tool": flag.tool_id,
        "criterion": flag.criterion,
        "score": round(flag.score, 3),
        "priority": flag.priority.name.lower(),
        "summary": flag.summary.en,
        "reasons": [reason.en for reason in flag.reasons],
        "evidence": [evidence_as_json(state) for state in flag.evidence],
    }


def evidence_as_json(state: EvidenceState) -> dict[str, Any]:
    """Return the state of one phrase of evidence as JSON can say it."""
    return {
        "phrase": state.phrase,
        "status": state.status.value,
        "before": state.before,
        "after": state.after,
    }


def change_as_json(change: Change) -> dict[str, Any]:
    """Return a change as JSON can say it."""
    return {
        "significance": change.significance.value,
        "reason": change.reason,
        "findings": [finding_as_json(finding) for finding in change.findings],
        "passages": [passage_as_json(passage) for passage in change.passages],
    }


def passage_as_json(passage: Passage) -> dict[str, Any]:
    """Return a passage as JSON can say it."""
    return {
        "kind": passage.kind.value,
        "heading": passage.heading,
        "before": passage.before,
        "after": passage.after,
        "significance": passage.significance.value,
        "note": passage.note,
        "findings": [finding_as_json(finding) for finding in passage.findings],
    }


def finding_as_json(finding: Finding) -> Mapping[str, str]:
    """Return a finding as JSON can say it."""
    return {"kind": finding.kind.value, "before": finding.before, "after": finding.after}
