"""Labelled changes from a file: decisions that somebody else made.

One JSON object a line: `id`, `old` and `new` (Markdown), `kind`, and the labels `must`
(criteria that had to be read again) and `may` (where readers differ: learnt neither
way). Every other criterion counts as not concerned. `group` (or `provider`) names what
belongs together when the weights are judged; `capture` may be `defect`, and then the
line is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, BaseModel, Field

from clausewatch.files.json_lines import read_json_lines
from clausewatch.learning.decisions import MATTERED_WEIGHT, features_of
from crawler.extraction import read_markdown
from domain.watchlist import Criterion, DocumentKind
from review.comparison import compare
from review.learning.fitting import Example
from review.learning.lessons import Decided
from review.relevance.model import Model


class LabelledChange(BaseModel):
    """One line of the file."""

    id: str
    old: str
    new: str
    kind: DocumentKind = DocumentKind.OTHER
    must: frozenset[str]
    may: frozenset[str] = frozenset()
    group: str = Field(default="", validation_alias=AliasChoices("group", "provider"))
    capture: Literal["ok", "defect"] = "ok"


def read_labelled(path: Path, criteria: Sequence[Criterion], model: Model) -> Iterator[Decided]:
    """Yield a decision for each labelled change and criterion of a file.

    Raises:
        ConfigurationError: the file cannot be read, or a line is not what it should be.
    """
    for labelled in read_json_lines(path, LabelledChange):
        if labelled.capture == "ok":
            yield from decided_of(labelled, criteria, model)


def decided_of(
    labelled: LabelledChange, criteria: Sequence[Criterion], model: Model
) -> Iterator[Decided]:
    """Yield what one labelled change says about each criterion."""
    kind = labelled.kind.value
    change = compare(read_markdown(labelled.old), read_markdown(labelled.new), kind=kind)
    for key, passages in features_of(change, kind, criteria, model).items():
        if key in labelled.may - labelled.must:
            continue
        relevant = key in labelled.must
        weight = MATTERED_WEIGHT if relevant else 1.0
        example = Example(f"{labelled.id} {key}", key, passages, relevant, weight)
        yield Decided(example, group=labelled.group or labelled.id)
