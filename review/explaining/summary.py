"""One sentence an editor would say about a flag, in English and in German.

The criterion stands above the sentence wherever it is shown, so it is not named again.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Passage
from domain.flag import EvidenceState
from domain.sentence import Sentence
from domain.watchlist import Rating, Status
from review.explaining.evidence import what_became, words_that_stood
from review.explaining.passages import what_happened
from review.explaining.quotes import quoted, shortened
from review.explaining.rows import vendors_told

_STATUS = {
    Status.YES: Sentence("yes", "ja"),
    Status.PARTLY: Sentence("partly", "teilweise"),
    Status.NO: Sentence("no", "nein"),
}


def summary_of(
    rating: Rating | None,
    evidence: Sequence[EvidenceState],
    passages: Sequence[Passage],
    telling: Sequence[str] = (),
    *,
    beside_evidence: bool = False,
) -> Sentence:
    """Sum up a flag: what became of the evidence, else of the most telling passage.

    `evidence` are the states that endanger the rating, the worst first; `passages`
    those of the flag, the most telling first; `telling` the words of the first of them
    that speak of the criterion. `beside_evidence` says that the first one changed
    around words that the rating rests on.
    """
    first = passages[0] if passages else None
    if evidence:
        what = what_became(evidence[0], first)
        return _closed(_joined(what, _rests(rating), _more_evidence(len(evidence) - 1)))
    if first is None:
        return Sentence("The source changed.", "Die Quelle änderte sich.")
    what, told = vendors_told(passages) or (what_happened(first, telling), 1)
    rests = _rests(rating) if beside_evidence else Sentence("", "")
    return _closed(_joined(what, rests, _more_passages(len(passages) - told)))


def evidence_reason(state: EvidenceState) -> Sentence:
    """Say that words which a rating rests on, or those that stood for them, are gone."""
    quote, stood = shortened(state.phrase), shortened(words_that_stood(state))
    if quote == stood:
        return Sentence(
            f"The rating rests on {quoted(quote, 'en')}, and these words no longer stand there.",
            f"Die Bewertung beruht auf {quoted(quote, 'de')}; "
            "dieser Wortlaut steht dort nicht mehr.",
        )
    return Sentence(
        f"The rating rests on {quoted(quote, 'en')}; {quoted(stood, 'en')}, "
        "which stood there last, no longer does.",
        f"Die Bewertung beruht auf {quoted(quote, 'de')}; "
        f"auch {quoted(stood, 'de')}, zuletzt dort zu lesen, steht dort nicht mehr.",
    )


def touched_evidence_reason(phrase: str) -> Sentence:
    """Say that the words quoted still stand, in a sentence that changed around them."""
    quote = shortened(phrase)
    return Sentence(
        f"The words {quoted(quote, 'en')}, which the rating rests on, still stand, "
        "but their sentence changed.",
        f"Die Worte {quoted(quote, 'de')}, auf denen die Bewertung beruht, stehen noch da, "
        "aber ihr Satz hat sich geändert.",
    )


def _rests(rating: Rating | None) -> Sentence:
    if rating is None:
        return Sentence("", "")
    status = _STATUS[rating.status]
    return Sentence(
        f"; the rating “{status.en}” rests on it",
        f"; die Bewertung „{status.de}“ beruht darauf",
    )


def _more_evidence(more: int) -> Sentence:
    if more < 1:
        return Sentence("", "")
    if more == 1:
        return Sentence(
            " (and on 1 more phrase that changed)",
            " (und auf 1 weiteren Stelle, die sich geändert hat)",
        )
    return Sentence(
        f" (and on {more} more phrases that changed)",
        f" (und auf {more} weiteren Stellen, die sich geändert haben)",
    )


def _more_passages(more: int) -> Sentence:
    if more < 1:
        return Sentence("", "")
    if more == 1:
        return Sentence(" (and 1 more passage)", " (und 1 weitere Passage)")
    return Sentence(f" (and {more} more passages)", f" (und {more} weitere Passagen)")


def _joined(*parts: Sentence) -> Sentence:
    return Sentence("".join(part.en for part in parts), "".join(part.de for part in parts))


def _closed(sentence: Sentence) -> Sentence:
    return Sentence(as_sentence(sentence.en), as_sentence(sentence.de))


def as_sentence(text: str) -> str:
    """Return a clause with a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
