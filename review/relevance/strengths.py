"""Where in a passage the vocabulary of each criterion stands, and how much it weighs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from review.relevance.passage_words import Reading, Side
from review.relevance.phrase_tree import Phrase
from review.relevance.phrases import Hit, Vocabulary
from review.words.folding import folded_words
from review.words.tongues import silent


@dataclass(slots=True)
class Strength:
    """The phrases of one criterion by the place they were found in, as they stand there."""

    changed: dict[Phrase, str] = field(default_factory=dict)
    sentence: dict[Phrase, str] = field(default_factory=dict)
    block: dict[Phrase, str] = field(default_factory=dict)


def strengths(reading: Reading, vocabulary: Vocabulary) -> defaultdict[str, Strength]:
    """Sort the phrases of both versions by place.

    A phrase that went and came again in the same passage was not what changed: it
    counts as standing in the changed sentence. Of words that count together, one part
    in the place of another did change.
    """
    found: defaultdict[str, Strength] = defaultdict(Strength)
    balance: defaultdict[tuple[Phrase, str], int] = defaultdict(int)
    absent = silent({*reading.before.words, *reading.after.words})
    for side, sign in ((reading.before, -1), (reading.after, 1)):
        for hit in vocabulary.find(side.words, side.sentences, side.rows, without=absent):
            place = _place(side, hit)
            if place == "changed":
                balance[hit.phrase, hit.part] += sign
                place = "sentence"
            phrases = getattr(found[hit.phrase.criterion], place)
            phrases[hit.phrase] = side.as_it_stands(hit.start, hit.end)
    for phrase in dict.fromkeys(phrase for (phrase, _), count in balance.items() if count):
        strength = found[phrase.criterion]
        strength.changed[phrase] = strength.sentence.pop(phrase)
    return found


def _place(side: Side, hit: Hit) -> str:
    if True in side.changed[hit.start : hit.end]:
        return "changed"
    return "sentence" if side.touched[hit.start] else "block"


def heading_strengths(heading: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Return how strongly a heading speaks of each criterion, where it does."""
    words = folded_words(heading)
    found: defaultdict[str, dict[Phrase, str]] = defaultdict(dict)
    for hit in vocabulary.find(words):
        found[hit.phrase.criterion][hit.phrase] = " ".join(words[hit.start : hit.end])
    return {criterion: together(phrases) for criterion, phrases in found.items()}


def together(phrases: Mapping[Phrase, str]) -> float:
    """Combine weights: each further phrase closes part of what is missing to 1.

    Words that several phrases know count once, as the weightiest of them.
    """
    if not phrases:
        return 0.0  # mostly
    missing = 1.0
    counted: list[str] = []
    for phrase, text in sorted(phrases.items(), key=_weightiest):
        spaced = f" {text.lower()} "
        if any(spaced in other for other in counted):
            continue
        counted.append(spaced)
        missing *= 1.0 - phrase.weight
    return 1.0 - missing


def _weightiest(found: tuple[Phrase, str]) -> tuple[float, int, str]:
    phrase, text = found
    return -phrase.weight, -len(text), text
