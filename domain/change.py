"""Two consecutive versions of a source, compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Significance(StrEnum):
    """What a change means to a reader of the document."""

    NONE = "none"
    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"


class PassageKind(StrEnum):
    """What became of a passage."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


class Edit(StrEnum):
    """What became of a run of words inside a passage."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that stayed, came or went. Joined by spaces they give the text."""

    edit: Edit
    text: str


class FindingKind(StrEnum):
    """What exactly changed, where that can be told. The value is stable: it is stored."""

    NEGATION_ADDED = "negation_added"
    NEGATION_REMOVED = "negation_removed"
    MODAL_STRENGTHENED = "modal_strengthened"
    MODAL_WEAKENED = "modal_weakened"
    MODAL_CHANGED = "modal_changed"
    QUANTIFIER_CHANGED = "quantifier_changed"
    DEFAULT_CHANGED = "default_changed"  # opt-in, opt-out, "by default"
    NUMBER_CHANGED = "number_changed"
    PERIOD_CHANGED = "period_changed"  # a number with a unit of time
    EFFECTIVE_DATE_CHANGED = "effective_date_changed"
    PARTY_ADDED = "party_added"
    PARTY_REMOVED = "party_removed"
    REGION_ADDED = "region_added"
    REGION_REMOVED = "region_removed"
    EXCEPTION_ADDED = "exception_added"
    EXCEPTION_REMOVED = "exception_removed"
    SCOPE_CHANGED = "scope_changed"  # plans, products or persons it applies to
    SENTENCE_ADDED = "sentence_added"
    SENTENCE_REMOVED = "sentence_removed"
    RENAMED = "renamed"  # the same name replaced throughout


@dataclass(frozen=True, slots=True)
class Finding:
    """One typed observation, with the words before and after ("" where there are none)."""

    kind: FindingKind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One place where the wording changed.

    `before` and `after` are whole blocks, "" when the passage was added or removed.
    `heading` is the nearest heading above, in the new version where there is one.
    `old_block` and `new_block` are indexes into the blocks of the two documents.
    `significance` is this passage's own; `note` says in a few words why.
    """

    kind: PassageKind
    before: str
    after: str
    segments: tuple[Segment, ...]
    heading: str = ""
    old_block: int | None = None
    new_block: int | None = None
    findings: tuple[Finding, ...] = ()
    significance: Significance = Significance.SUBSTANTIVE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two versions, in reading order of the newer one.

    `findings` are those of the whole document (a product renamed throughout).
    `reason` says in one English sentence why the significance is what it is.
    """

    passages: tuple[Passage, ...] = ()
    significance: Significance = Significance.NONE
    reason: str = ""
    findings: tuple[Finding, ...] = ()
