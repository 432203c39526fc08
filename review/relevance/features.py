"""What speaks for a criterion in one changed passage, as numbers from 0 to 1.

================  ==============================================================
`changed`         its vocabulary among the words that came or went
`sentence`        its vocabulary in the unchanged words of a changed sentence
`block`           its vocabulary elsewhere in the passage
`heading`         its vocabulary in the heading above
`central`         a changed sentence is plainly about it
`direction`       a negation, modal, default, quantifier, exception or scope
                  changed in a sentence that speaks of it, or a word that
                  bounded what is not done
`period`          a period changed in a sentence that speaks of it
`region`          a region came or went in a sentence that speaks of it
`party`           a named party came or went in a sentence that speaks of it
                  (these four count nearly as much in a sentence that does not
                  speak of it where heading and passage do)
`turned`          a direction or a period changed in a sentence plainly about it
`answered`        an answer changed whose row, question or heading speaks of it
`place`           a region came or went where a place says where data lie
`operator`        who runs the service or answers for the data is another company
`vendor`          a company came or went where those who receive data are named
`own_hosting`     the provider speaks of what it hosts itself
`many`            how many passages changed, on a logarithmic scale: among
                  many, one that sounds like it by chance is to be expected
`surplus`         how many more words of a meaning of their own came than went, or
                  went than came, on a logarithmic scale: something is said, or
                  no longer said
`exchanged`       how many such words came in the place of others, on the same scale
`reworded`        how evenly words went and came where no finding tells what became
                  another (these two the less the more of its vocabulary is among
                  those words)
`kind:…`          the kind of document, by its title where that says more than the
                  watchlist does; less than 1 where an agreement or a policy
                  changed in a sentence that speaks of no data and of no person
`finding:…`       a typed finding of the passage, but for a period of notices or payments
================  ==============================================================
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.change import FindingKind, Passage, PassageKind
from review.relevance.passage_words import Reading, read_passage
from review.relevance.phrase_tree import Phrase
from review.relevance.phrases import Vocabulary
from review.relevance.strengths import Strength, strengths, together
from review.relevance.subjects import (
    hosts_itself,
    names_operator,
    names_vendor,
    places_data,
    speaks_of_data,
    times_the_contract,
)
from review.words.folding import fold
from review.words.turning_words import EXCEPTIONS, NEGATIONS, ONLY

# Findings that can turn a promise round without naming what it is about.
DIRECTION_FINDINGS = frozenset(
    {
        FindingKind.NEGATION_ADDED,
        FindingKind.NEGATION_REMOVED,
        FindingKind.MODAL_STRENGTHENED,
        FindingKind.MODAL_WEAKENED,
        FindingKind.MODAL_CHANGED,
        FindingKind.QUANTIFIER_CHANGED,
        FindingKind.DEFAULT_CHANGED,
        FindingKind.EXCEPTION_ADDED,
        FindingKind.EXCEPTION_REMOVED,
        FindingKind.SCOPE_CHANGED,
    }
)
_NEAR_FINDINGS = {
    "direction": DIRECTION_FINDINGS,
    "period": frozenset({FindingKind.PERIOD_CHANGED}),
    "region": frozenset({FindingKind.REGION_ADDED, FindingKind.REGION_REMOVED}),
    "party": frozenset({FindingKind.PARTY_ADDED, FindingKind.PARTY_REMOVED}),
}
# Features of words that became others, which tell nothing where its vocabulary is among them.
_OTHER_WORDS = ("exchanged", "reworded")
# From this strength on, a changed sentence is about the criterion whatever else it says.
_CENTRAL = 0.9
# Kinds of documents whose every sentence about data counts, and what others count for.
_ABOUT_DATA = frozenset({"privacy_policy", "dpa", "cookies"})
_BESIDE_THE_SUBJECT = 0.4
# What a sentence counts for that does not speak of it where all around it does.
_SPOKEN_OF_AROUND = 0.8
# So many passages that bear meaning make a document a different one.
_MANY = 100
# So many words came or went that more of them tell nothing more.
_FULLY_SAID = 15
# So many changed words with a meaning of their own make a sentence a different one.
_FULLY_CHANGED = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a passage belongs to: the kind of document, and the size of the change.

    `passages` counts those of the change that bear meaning.
    """

    kind: str
    passages: int = 1


@dataclass(frozen=True, slots=True)
class _Common:
    """What is the same for all criteria: features, kinds of findings, and how far it changed.

    `material` is how far the changed words make a sentence a different one, `bounds`
    whether one of them bounds a promise; `under_heading` that the heading says what it is
    about: it asks what is answered, or is what changed above it; `answered` that an answer changed.
    """

    features: Mapping[str, float]
    kinds: frozenset[FindingKind]
    material: float
    bounds: bool
    under_heading: bool
    answered: bool


class PassageFeatures(NamedTuple):
    """The features of one passage for one criterion, and the phrases behind them."""

    values: Mapping[str, float]
    changed: Mapping[Phrase, str] = {}
    near: Mapping[Phrase, str] = {}

    @property
    def phrases(self) -> tuple[str, ...]:
        """What changed of the vocabulary, else what stands beside it, weightiest first."""
        found = self.changed or self.near
        ordered = sorted(found, key=lambda phrase: (-phrase.weight, phrase.text))
        return tuple(dict.fromkeys(found[phrase] for phrase in ordered))


class PassageScore(NamedTuple):
    """One passage for one criterion: its index in the change, its score and the ground."""

    passage: int
    score: float
    features: PassageFeatures


def passage_features(
    passage: Passage,
    surroundings: Surroundings,
    keys: Sequence[str],
    vocabulary: Vocabulary,
    headings: Mapping[str, float],
) -> dict[str, PassageFeatures]:
    """Return the features of a passage for each criterion, by its key.

    `headings` says how strongly the heading above speaks of each.
    """
    reading = read_passage(passage)
    found = strengths(reading, vocabulary)
    common = _common(passage, surroundings, reading)
    nothing = PassageFeatures(common.features)
    return {
        key: _features_of(found[key], headings.get(key, 0.0), common)
        if key in found or key in headings
        else nothing
        for key in keys
    }


def _common(passage: Passage, surroundings: Surroundings, reading: Reading) -> _Common:
    kinds = frozenset(finding.kind for finding in passage.findings)
    bounds = _bounds_a_promise(reading)
    asked = passage.heading.rstrip().endswith("?") and reading.is_short
    answered = asked or reading.answers
    return _Common(
        features=_common_features(passage, surroundings, reading),
        kinds=kinds,
        material=1.0 if kinds or bounds or answered else _material(reading),
        bounds=bounds,
        under_heading=asked or passage.kind is PassageKind.MOVED,
        answered=answered,
    )


def _common_features(
    passage: Passage, surroundings: Surroundings, reading: Reading
) -> dict[str, float]:
    kind = surroundings.kind
    spoken = kind not in _ABOUT_DATA or speaks_of_data(reading, passage)
    features = {f"kind:{kind}": 1.0 if spoken else _BESIDE_THE_SUBJECT}
    if places_data(passage, kind):
        features["place"] = 1.0
    if hosts_itself(passage, kind):
        features["own_hosting"] = 1.0
    if names_vendor(passage):
        features["vendor"] = 1.0
    if operator := names_operator(passage, reading):
        features["operator"] = operator
    if surroundings.passages > 1:
        features["many"] = min(1.0, math.log(surroundings.passages) / math.log(_MANY))
    lost, gained = map(len, reading.lost_and_gained)
    features["surplus"] = _on_scale(abs(gained - lost))
    if not passage.findings:
        features["reworded"] = 1.0 - abs(gained - lost) / max(gained, lost, 1)
        features["exchanged"] = _on_scale(min(gained, lost))
    for finding in passage.findings:
        if finding.kind is not FindingKind.PERIOD_CHANGED or not times_the_contract(reading):
            features[f"finding:{finding.kind}"] = 1.0
    return features


def _features_of(strength: Strength, heading: float, common: _Common) -> PassageFeatures:
    changed = together(strength.changed)
    sentence = together(strength.sentence)
    near = max(changed, sentence, heading if common.under_heading else 0.0)
    block = together(strength.block)
    values = {
        **common.features,
        "changed": changed,
        "sentence": max(sentence, near if common.under_heading else 0.0) * common.material,
        "block": block,
        "heading": heading,
        "central": common.material if near >= _CENTRAL else 0.0,
        **{name: common.features.get(name, 0.0) * (1.0 - changed) for name in _OTHER_WORDS},
    }
    # "The switch is off": where heading and passage speak of it, each sentence does.
    spoken_of = max(near, _SPOKEN_OF_AROUND * min(heading, block))
    values |= {
        name: spoken_of for name, telling in _NEAR_FINDINGS.items() if common.kinds & telling
    }
    if common.bounds:
        values["direction"] = near
    if common.answered:
        values["answered"] = near
    telling = max(values.get("direction", 0.0), values.get("period", 0.0))
    values["turned"] = min(values["central"], telling)
    return PassageFeatures(
        values={name: value for name, value in values.items() if value},
        changed=strength.changed,
        near=strength.sentence,
    )


def _on_scale(words: int) -> float:
    return min(1.0, math.log1p(words) / math.log1p(_FULLY_SAID))


def _material(reading: Reading) -> float:
    return min(1.0, len(reading.news) / _FULLY_CHANGED)


def _bounds_a_promise(reading: Reading) -> bool:
    """Tell whether what changed says how far something goes, whatever it is.

    "We do not train on your business data" is another promise without its "business",
    "only names are sent" another than "only names and addresses are sent"; and what stands
    behind an "unless" says when it does not hold.
    """
    lost, gained = reading.lost_and_gained
    if not (lost or gained):
        return False
    if all(side.changes_stand_behind(_OPENINGS) for side in (reading.before, reading.after)):
        return True
    if bool(lost) is bool(gained) or len(reading.news) >= _FULLY_CHANGED:
        return False
    return any(
        not _BOUNDS.isdisjoint(sentence)
        for side in (reading.before, reading.after)
        for sentence in side.touched_sentences
    )


_BOUNDS = frozenset(map(fold, NEGATIONS | ONLY))
_OPENINGS = frozenset(map(fold, EXCEPTIONS))
