"""What is said in front of the words that changed: the most telling finding among them."""

from __future__ import annotations

from collections.abc import Iterable

from domain.change import Finding, FindingKind
from domain.sentence import Sentence

# What is said in front of the words, by how much an editor wants to know it: the first
# that applies to a place is told.
_LEADS: dict[FindingKind, Sentence] = {
    FindingKind.NEGATION_REMOVED: Sentence("A negation was dropped", "Eine Verneinung fiel weg"),
    FindingKind.NEGATION_ADDED: Sentence("A negation was added", "Eine Verneinung kam hinzu"),
    FindingKind.DEFAULT_CHANGED: Sentence(
        "A default or a choice changed", "Eine Voreinstellung oder Wahlmöglichkeit änderte sich"
    ),
    FindingKind.EXCEPTION_ADDED: Sentence("An exception was added", "Eine Ausnahme kam hinzu"),
    FindingKind.EXCEPTION_REMOVED: Sentence("An exception was dropped", "Eine Ausnahme entfiel"),
    FindingKind.PERIOD_CHANGED: Sentence("A period changed", "Eine Frist änderte sich"),
    FindingKind.REGION_ADDED: Sentence("A place was added", "Ein Ort kam hinzu"),
    FindingKind.REGION_REMOVED: Sentence("A place was removed", "Ein Ort entfiel"),
    FindingKind.PARTY_ADDED: Sentence("A company was added", "Ein Unternehmen kam hinzu"),
    FindingKind.PARTY_REMOVED: Sentence("A company was removed", "Ein Unternehmen entfiel"),
    FindingKind.MODAL_STRENGTHENED: Sentence(
        "The wording became more binding", "Die Aussage wurde verbindlicher"
    ),
    FindingKind.MODAL_WEAKENED: Sentence(
        "The wording became less binding", "Die Aussage wurde unverbindlicher"
    ),
    FindingKind.SCOPE_CHANGED: Sentence(
        "Whom or what it covers changed", "Der Geltungsbereich änderte sich"
    ),
    FindingKind.QUANTIFIER_CHANGED: Sentence("The extent changed", "Der Umfang änderte sich"),
    FindingKind.NUMBER_CHANGED: Sentence("A number changed", "Eine Zahl änderte sich"),
}
_ORDER = {kind: rank for rank, kind in enumerate(_LEADS)}
# What is said where one of them came and another went.
_NAMES_EXCHANGED = {
    frozenset({FindingKind.REGION_ADDED, FindingKind.REGION_REMOVED}): Sentence(
        "The places named changed", "Die genannten Orte änderten sich"
    ),
    frozenset({FindingKind.PARTY_ADDED, FindingKind.PARTY_REMOVED}): Sentence(
        "The companies named changed", "Die genannten Unternehmen änderten sich"
    ),
}
_EXCHANGED = _NAMES_EXCHANGED | {
    frozenset({FindingKind.NEGATION_ADDED, FindingKind.NEGATION_REMOVED}): Sentence(
        "A negation stands elsewhere", "Eine Verneinung steht an anderer Stelle"
    ),
}
# A word that turns a statement turns none where it came, or went, with so many others:
# that is a statement of its own.
TURNING = frozenset(_LEADS) - {
    FindingKind.PERIOD_CHANGED,
    FindingKind.NUMBER_CHANGED,
    FindingKind.EXCEPTION_ADDED,
    FindingKind.EXCEPTION_REMOVED,
    *(kind for kinds in _NAMES_EXCHANGED for kind in kinds),
}
LEAST = (len(_ORDER), False)
"""The rank of a place where no finding tells anything."""


def most_telling(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding that an editor wants to know most, or None where none tells anything."""
    told = (one for one in findings if one.kind in _ORDER and not _is_one_sided_number(one))
    return min(told, key=rank, default=None)


def _is_one_sided_number(finding: Finding) -> bool:
    """Tell whether a number came or went with its words, as that of "ISO 27001" does."""
    return finding.kind is FindingKind.NUMBER_CHANGED and not (finding.before and finding.after)


def rank(finding: Finding) -> tuple[int, bool]:
    """Return how little an editor wants to know a finding.

    "Where enabled" that came with the name of a company tells less than the company.
    """
    one_sided = not (finding.before and finding.after)
    if finding.kind is FindingKind.DEFAULT_CHANGED and one_sided:
        return _ORDER[FindingKind.PARTY_REMOVED], one_sided
    return _ORDER[finding.kind], False


def lead_of(finding: Finding, others: Iterable[Finding]) -> Sentence:
    """Return what is said of a finding; `others` are those of the same place."""
    shown = {one.kind for one in others}
    exchanged = (said for kinds, said in _EXCHANGED.items() if finding.kind in kinds <= shown)
    return next(exchanged, _LEADS[finding.kind])
