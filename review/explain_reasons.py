"""What happened in a passage, said in a few words: the grounds of a flag."""

from __future__ import annotations

from collections.abc import Iterable

from domain.change import Change, Edit, Finding, FindingKind, Passage, PassageKind
from domain.sentence import Sentence
from domain.watchlist import Criterion
from review.relevance_features import PassageScore

_LONGEST_QUOTE = 140
# A flag names so many grounds; its passages show the rest.
_MOST_REASONS = 6

# {before} and {after} stand for the words of the finding. Listed by how much an editor
# wants to know them: the first that applies is what a passage is summed up by.
_FINDINGS: dict[FindingKind, tuple[str, str]] = {
    FindingKind.NEGATION_REMOVED: (
        "a negation ({before}) was taken out",
        "eine Verneinung ({before}) wurde gestrichen",
    ),
    FindingKind.NEGATION_ADDED: (
        "a negation ({after}) was put in",
        "eine Verneinung ({after}) kam hinzu",
    ),
    FindingKind.DEFAULT_CHANGED: (
        "the default or the choice changed{change}",
        "die Voreinstellung oder Wahlmöglichkeit änderte sich{change}",
    ),
    FindingKind.EXCEPTION_ADDED: (
        "an exception was added ({after})",
        "eine Ausnahme kam hinzu ({after})",
    ),
    FindingKind.EXCEPTION_REMOVED: (
        "an exception was removed ({before})",
        "eine Ausnahme entfiel ({before})",
    ),
    FindingKind.PERIOD_CHANGED: (
        "a period changed{change}",
        "eine Frist änderte sich{change}",
    ),
    FindingKind.REGION_ADDED: (
        "a region was added ({after})",
        "eine Region kam hinzu ({after})",
    ),
    FindingKind.REGION_REMOVED: (
        "a region was removed ({before})",
        "eine Region entfiel ({before})",
    ),
    FindingKind.PARTY_ADDED: (
        "a party was added ({after})",
        "ein Beteiligter kam hinzu ({after})",
    ),
    FindingKind.PARTY_REMOVED: (
        "a party was removed ({before})",
        "ein Beteiligter entfiel ({before})",
    ),
    FindingKind.MODAL_STRENGTHENED: (
        "a promise became firmer{change}",
        "eine Zusage wurde verbindlicher{change}",
    ),
    FindingKind.MODAL_WEAKENED: (
        "a promise became weaker{change}",
        "eine Zusage wurde schwächer{change}",
    ),
    FindingKind.MODAL_CHANGED: (
        "what is promised or allowed changed{change}",
        "was zugesagt oder erlaubt ist, änderte sich{change}",
    ),
    FindingKind.SCOPE_CHANGED: (
        "whom or what it applies to changed{change}",
        "für wen oder was es gilt, änderte sich{change}",
    ),
    FindingKind.QUANTIFIER_CHANGED: (
        "how much it covers changed{change}",
        "wie viel es umfasst, änderte sich{change}",
    ),
    FindingKind.NUMBER_CHANGED: (
        "a number changed{change}",
        "eine Zahl änderte sich{change}",
    ),
    FindingKind.SENTENCE_REMOVED: (
        "a sentence was deleted: {before}",
        "ein Satz wurde gestrichen: {before}",
    ),
    FindingKind.SENTENCE_ADDED: (
        "a sentence was added: {after}",
        "ein Satz kam hinzu: {after}",
    ),
}


def reasons_of(
    scores: Iterable[PassageScore], criterion: Criterion, change: Change
) -> tuple[Sentence, ...]:
    """Return the grounds for reading a criterion again, most telling first."""
    reasons = (reason_of(change.passages[score.passage], criterion, score) for score in scores)
    return tuple(dict.fromkeys(reasons))[:_MOST_REASONS]


def reason_of(passage: Passage, criterion: Criterion, score: PassageScore) -> Sentence:
    """Say what happened in one passage, under which heading, and what it speaks of."""
    what = what_happened(passage)
    return Sentence(
        en=_closed(
            _first_upper(what.en) + _place(passage, "under") + _topic(score, criterion, "en")
        ),
        de=_closed(
            _first_upper(what.de) + _place(passage, "unter") + _topic(score, criterion, "de")
        ),
    )


def what_happened(passage: Passage) -> Sentence:
    """Say in half a sentence what became of a passage, by its most telling finding."""
    if passage.kind is PassageKind.ADDED:
        return Sentence(
            f"a passage was added: {quoted(passage.after, 'en')}",
            f"eine Passage kam hinzu: {quoted(passage.after, 'de')}",
        )
    if passage.kind is PassageKind.REMOVED:
        return Sentence(
            f"a passage was deleted: {quoted(passage.before, 'en')}",
            f"eine Passage wurde gestrichen: {quoted(passage.before, 'de')}",
        )
    finding = most_telling(passage.findings)
    if finding is None:
        return _rewording(passage)
    en, de = _FINDINGS[finding.kind]
    return Sentence(_filled(en, finding, "en"), _filled(de, finding, "de"))


def most_telling(findings: Iterable[Finding]) -> Finding | None:
    """Return the finding that an editor wants to know first, or None."""
    order = {kind: rank for rank, kind in enumerate(_FINDINGS)}
    known = [finding for finding in findings if finding.kind in order]
    return min(known, key=lambda finding: order[finding.kind], default=None)


def quoted(text: str, language: str) -> str:
    """Return the text in the quotation marks of a language, shortened to a line."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"„{text}“" if language == "de" else f"“{text}”"


def _rewording(passage: Passage) -> Sentence:
    before = _run(passage, Edit.DELETE)
    after = _run(passage, Edit.INSERT)
    return Sentence(_reworded(before, after, "en"), _reworded(before, after, "de"))


def _reworded(before: str, after: str, language: str) -> str:
    german = language == "de"
    if before and after:
        joint = "wurde zu" if german else "became"
        return f"{quoted(before, language)} {joint} {quoted(after, language)}"
    if after:
        return f"{quoted(after, language)} {'kam hinzu' if german else 'was added'}"
    return f"{quoted(before, language)} {'wurde gestrichen' if german else 'was deleted'}"


def _run(passage: Passage, edit: Edit) -> str:
    return " … ".join(segment.text.strip() for segment in passage.segments if segment.edit is edit)


def _filled(template: str, finding: Finding, language: str) -> str:
    before = quoted(finding.before, language) if finding.before else ""
    after = quoted(finding.after, language) if finding.after else ""
    change = ""
    if before and after:
        joint = "zu" if language == "de" else "to"
        change = f": {before} {joint} {after}"
    elif before or after:
        change = f": {before or after}"
    return template.format(before=before, after=after, change=change).replace(" ()", "")


def _place(passage: Passage, preposition: str) -> str:
    if not passage.heading:
        return ""
    return f", {preposition} {quoted(passage.heading, 'de' if preposition == 'unter' else 'en')}"


def _topic(score: PassageScore, criterion: Criterion, language: str) -> str:
    label = criterion.label.get(language, criterion.label.get("en", criterion.key))
    phrases = score.features.phrases
    if not phrases:
        return ""
    words = ", ".join(quoted(phrase, language) for phrase in phrases[:3])
    if language == "de":
        return f" (betrifft {label}: {words})"
    return f" (bears on {label}: {words})"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _closed(text: str) -> str:
    return text if text.endswith((".", "…”", "…“", "!", "?")) else f"{text}."
