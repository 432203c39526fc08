"""The single grounds of a flag, one line for each passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from domain.change import Change, Passage
from domain.flag import EvidenceState
from domain.sentence import Sentence
from review.explaining.evidence import finding_of
from review.explaining.passages import finding_told, what_happened
from review.explaining.quotes import is_light, quoted, shortened
from review.relevance.features import PassageFeatures, PassageScore
from review.words.calendar import TIME_UNITS
from review.words.folding import folded_text, folded_words
from review.words.regions import regions

# A flag names so many grounds; its passages show the rest.
_MOST_REASONS = 6
_MOST_WORDS = 3
# A single word of less weight speaks of many things.
_HEAVY = 0.3
_UNITS = {folded_text(form) for form in TIME_UNITS}


def reasons_of(
    scores: Iterable[PassageScore],
    change: Change,
    *,
    told: int | None = None,
    evidence: EvidenceState | None = None,
) -> tuple[Sentence, ...]:
    """Return the grounds for reading a criterion again, most telling first.

    `told` is the passage that the summary of the flag speaks of: of that one, only why
    it bears on the criterion is left to say. Where the summary tells what became of
    `evidence`, another term that changed in the passage is left to say as well.
    """
    reasons: list[Sentence] = []
    for score in scores:
        passage = change.passages[score.passage]
        if score.passage != told:
            reasons.append(reason_of(passage, score))
            continue
        reasons += beside_evidence(passage, evidence, score.features.phrases) if evidence else ()
        reasons.append(_why(passage, score))
    return tuple(dict.fromkeys(reasons))[:_MOST_REASONS]


def reason_of(passage: Passage, score: PassageScore) -> Sentence:
    """Say what happened in one passage, and under which heading."""
    return _under_heading(what_happened(passage, score.features.phrases), passage)


def beside_evidence(
    passage: Passage, evidence: EvidenceState, telling: Sequence[str] = ()
) -> Iterator[Sentence]:
    """Yield what else changed in the passage of evidence, where that is another term."""
    told = finding_of(evidence, passage)
    if what := finding_told(passage, telling, beside=told):
        yield _under_heading(what, passage)


def _under_heading(what: Sentence, passage: Passage) -> Sentence:
    if not passage.heading:
        return Sentence(_closed(what.en), _closed(what.de))
    heading = shortened(passage.heading)
    return Sentence(
        _closed(f"{what.en} (under {quoted(heading, 'en')})"),
        _closed(f"{what.de} (unter {quoted(heading, 'de')})"),
    )


def _why(passage: Passage, score: PassageScore) -> Sentence:
    """Say which words of a passage speak of the criterion, and under which heading."""
    phrases = _speaking(score.features)
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
    verb_en, verb_de = ("speaks", "betrifft") if len(phrases) == 1 else ("speak", "betreffen")
    return Sentence(
        _closed(f"{where_en}, {words_en} {verb_en} of this criterion"),
        _closed(f"{where_de} {verb_de} {words_de} dieses Kriterium"),
    )


def _speaking(features: PassageFeatures) -> list[str]:
    """Return the phrases that show best why a passage bears on a criterion.

    None that is part of another one, no plain units, and no word that speaks of many
    things where a better one is there.
    """
    weights = {text: one.weight for one, text in (features.changed or features.near).items()}
    said = [one for one in features.phrases if not _says_nothing(one)]
    better = [
        one for one in said if " " in one or weights.get(one, 1.0) >= _HEAVY or any(regions([one]))
    ] or said
    whole = [one for one in better if not any(_is_within(one, other) for other in better)]
    return whole[:_MOST_WORDS]


def _says_nothing(phrase: str) -> bool:
    return is_light(phrase) or _UNITS.issuperset(folded_words(phrase))


def _is_within(phrase: str, other: str) -> bool:
    part, whole = folded_text(phrase), folded_text(other)
    return part != whole and f" {part} " in f" {whole} "


def _closed(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
