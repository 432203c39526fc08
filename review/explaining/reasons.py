"""The single grounds of a flag, one line for each passage."""

from __future__ import annotations

from collections.abc import Iterable

from domain.change import Change, Passage
from domain.sentence import Sentence
from review.explaining.passages import what_happened
from review.explaining.quotes import quoted, shortened
from review.relevance.features import PassageScore

# A flag names so many grounds; its passages show the rest.
_MOST_REASONS = 6
_MOST_WORDS = 3


def reasons_of(
    scores: Iterable[PassageScore], change: Change, *, told: int | None = None
) -> tuple[Sentence, ...]:
    """Return the grounds for reading a criterion again, most telling first.

    `told` is the passage that the summary of the flag speaks of: of that one, only why
    it bears on the criterion is left to say.
    """
    reasons = (
        _why(change.passages[score.passage], score)
        if score.passage == told
        else reason_of(change.passages[score.passage], score)
        for score in scores
    )
    return tuple(dict.fromkeys(reasons))[:_MOST_REASONS]


def reason_of(passage: Passage, score: PassageScore) -> Sentence:
    """Say what happened in one passage, and under which heading."""
    what = what_happened(passage, score.features.phrases)
    en = de = ""
    if passage.heading:
        heading = shortened(passage.heading)
        en, de = f" (under {quoted(heading, 'en')})", f" (unter {quoted(heading, 'de')})"
    return Sentence(_closed(what.en + en), _closed(what.de + de))


def _why(passage: Passage, score: PassageScore) -> Sentence:
    """Say which words of a passage speak of the criterion, and under which heading."""
    phrases = score.features.phrases[:_MOST_WORDS]
    heading = shortened(passage.heading)
    if not phrases and not heading:
        return Sentence(
            "Changes like this one have mostly borne on this criterion.",
            "Änderungen wie diese betrafen meist dieses Kriterium.",
        )
    where_en = f"under {quoted(heading, 'en')}" if heading else "in this passage"
    where_de = f"unter {quoted(heading, 'de')}" if heading else "in dieser Passage"
    if not phrases:
        return Sentence(
            _closed(f"The change is {where_en}"),
            _closed(f"Die Änderung steht {where_de}"),
        )
    words_en = ", ".join(quoted(phrase, "en") for phrase in phrases)
    words_de = ", ".join(quoted(phrase, "de") for phrase in phrases)
    verb_en, verb_de = ("speaks", "spricht") if len(phrases) == 1 else ("speak", "sprechen")
    return Sentence(
        _closed(f"{where_en}, {words_en} {verb_en} of this criterion"),
        _closed(f"{where_de} {verb_de} {words_de} für dieses Kriterium"),
    )


def _closed(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
