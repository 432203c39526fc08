"""One sentence an editor would say about a flag, in English and in German."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Passage, PassageKind
from domain.flag import EvidenceState, EvidenceStatus
from domain.sentence import Sentence
from domain.watchlist import Criterion, Rating, Status
from review.explain_reasons import most_telling, quoted, what_happened
from review.relevance_words import read_passage

_STATUS = {
    Status.YES: Sentence("yes", "ja"),
    Status.PARTLY: Sentence("partly", "teilweise"),
    Status.NO: Sentence("no", "nein"),
}


def summary_of(
    criterion: Criterion,
    rating: Rating | None,
    evidence: Sequence[EvidenceState],
    passages: Sequence[Passage],
) -> Sentence:
    """Sum up a flag: what became of the evidence, else of the most telling passage.

    `evidence` are the states that endanger the rating, the worst first; `passages`
    the passages of the flag, the most telling first.
    """
    if evidence:
        return _with_more(_on_evidence(evidence[0], rating), len(evidence) - 1, of_evidence=True)
    what = (
        what_happened(passages[0])
        if passages
        else Sentence("the source changed", "die Quelle änderte sich")
    )
    where = _where(passages[0]) if passages else Sentence("", "")
    label_en = criterion.label.get("en", criterion.key)
    label_de = criterion.label.get("de", label_en)
    sentence = Sentence(
        en=f"On “{label_en}”: {what.en}{where.en}{_tail(rating, 'en')}",
        de=f"Zu „{label_de}“: {what.de}{where.de}{_tail(rating, 'de')}",
    )
    return _with_more(sentence, len(passages) - 1, of_evidence=False)


def evidence_reason(state: EvidenceState, rating: Rating) -> Sentence:
    """Say what became of one phrase that a rating rests on."""
    return _closed(_on_evidence(state, rating))


def touched_evidence_reason(phrase: str) -> Sentence:
    """Say that the words quoted still stand, in a passage that changed around them."""
    return Sentence(
        f"The passage around {quoted(phrase, 'en')}, which the rating rests on, changed.",
        f"Die Passage um {quoted(phrase, 'de')}, auf der die Bewertung beruht, änderte sich.",
    )


def _where(passage: Passage) -> Sentence:
    """Quote the sentence that a finding is about, when the finding does not by itself."""
    if passage.kind is not PassageKind.REWORDED or most_telling(passage.findings) is None:
        return Sentence("", "")
    reading = read_passage(passage)
    text = reading.after.first_touched_sentence or reading.before.first_touched_sentence
    if not text:
        return Sentence("", "")
    return Sentence(f", in {quoted(text, 'en')}", f", in {quoted(text, 'de')}")


def _on_evidence(state: EvidenceState, rating: Rating | None) -> Sentence:
    tail_en, tail_de = _rests(rating)
    phrase_en, phrase_de = quoted(state.phrase, "en"), quoted(state.phrase, "de")
    if state.status is EvidenceStatus.REWORDED:
        return Sentence(
            f"The wording {phrase_en} was changed; it now reads "
            f"{quoted(state.after, 'en')}{tail_en}",
            f"Der Wortlaut {phrase_de} wurde geändert; er lautet jetzt "
            f"{quoted(state.after, 'de')}{tail_de}",
        )
    return Sentence(
        f"The wording {phrase_en} was deleted{tail_en}",
        f"Der Wortlaut {phrase_de} wurde gestrichen{tail_de}",
    )


def _rests(rating: Rating | None) -> tuple[str, str]:
    if rating is None:
        return "", ""
    status = _STATUS[rating.status]
    return (
        f"; the rating “{status.en}” rests on it",
        f"; die Bewertung „{status.de}“ beruht darauf",
    )


def _tail(rating: Rating | None, language: str) -> str:
    if rating is None:
        return ""
    status = _STATUS[rating.status].in_language(language)
    if language == "de":
        return f"; die Bewertung „{status}“ ist zu prüfen"
    return f"; the rating “{status}” has to be checked"


def _with_more(sentence: Sentence, more: int, *, of_evidence: bool) -> Sentence:
    if more < 1:
        return _closed(sentence)
    things_en = "quoted phrase" if of_evidence else "passage"
    plural = "s" if more > 1 else ""
    things_de = (
        ("Zitate" if more > 1 else "Zitat")
        if of_evidence
        else ("Passagen" if more > 1 else "Passage")
    )
    joint = "betreffen" if more > 1 else "betrifft"
    return Sentence(
        f"{sentence.en} ({more} more {things_en}{plural}).",
        f"{sentence.de} (auch {joint}: {more} {things_de}).",
    )


def _closed(sentence: Sentence) -> Sentence:
    return Sentence(_full_stop(sentence.en), _full_stop(sentence.de))


def _full_stop(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
