"""The weights learnt from labelled changes, and how they do on providers never seen.

Every provider in turn is left out: the weights are fitted to the others, starting from
`starting_weights.yaml` (set by hand from the meaning of the criteria), and judge it.
What they make of it is what to expect of the next provider.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.labelled import Case, Label
from bench.wordings import WORDINGS
from domain.watchlist import Criterion
from review.comparison import compare
from review.learning.fitting import Example, fit, score_of
from review.relevance.model import Model, load_model
from review.relevance.scores import passage_scores
from review.relevance.weights_text import weights_text

# How strongly the fitted weights are held near those set by hand.
CAUTION = 2.0
# A missed change is worse than a false alarm.
_RELEVANT = 2.0
# Our own sentences are few, and each says what must never be missed.
_OWN_WORDING = 2.0
# The labellers saw a part of these only: what they did not name may well be there.
_PARTLY_SHOWN = 0.3


def starting_model() -> Model:
    """Return the weights that were set by hand."""
    return load_model((Path(__file__).parent / "starting_weights.yaml").read_text("utf-8"))


def examples_of(
    cases: Sequence[Case], criteria: Sequence[Criterion], model: Model
) -> dict[tuple[str, str], Example]:
    """Return one example a change and criterion, but for those where labellers differ."""
    return {
        (case.label.id, key): Example(
            name=case.label.id,
            criterion=key,
            passages=tuple(score.features.values for score in scores),
            relevant=key in case.label.must,
            weight=_weight(case.label, key),
        )
        for case in cases
        if case.label.capture == "ok"
        for key, scores in passage_scores(
            case.comparison.change, case.comparison.kind, criteria, model
        ).items()
        if key not in case.label.may
    }


def own_examples(criteria: Sequence[Criterion], model: Model) -> list[Example]:
    """Return the examples of our own wordings: what each must raise and must not."""
    examples = []
    for wording in WORDINGS:
        old, new = wording.document(wording.before), wording.document(wording.after)
        change = compare(old, new, kind=wording.kind)
        for key, scores in passage_scores(change, wording.kind, criteria, model).items():
            if key in wording.must | wording.silent:
                passages = tuple(score.features.values for score in scores)
                relevant = key in wording.must
                examples.append(Example(wording.name, key, passages, relevant, _OWN_WORDING))
    return examples


def cross_validated(
    cases: Sequence[Case], criteria: Sequence[Criterion]
) -> dict[tuple[str, str], float]:
    """Return the score of each example by weights that never saw its provider."""
    start = starting_model()
    examples = examples_of(cases, criteria, start)
    own = own_examples(criteria, start)
    provider_of = {case.label.id: case.label.provider for case in cases}
    scores: dict[tuple[str, str], float] = {}
    for provider in sorted(set(provider_of.values())):
        others = [one for one in examples.values() if provider_of[one.name] != provider]
        model = fit([*others, *own], start, caution=CAUTION)
        scores |= {
            key: score_of(one, model)
            for key, one in examples.items()
            if provider_of[one.name] == provider
        }
    return scores


def fitted(cases: Sequence[Case], criteria: Sequence[Criterion]) -> Model:
    """Return the weights fitted to all cases: what ships."""
    start = starting_model()
    labelled = examples_of(cases, criteria, start).values()
    return fit([*labelled, *own_examples(criteria, start)], start, caution=CAUTION)


def as_text(model: Model) -> str:
    """Return a model as the text of the file that ships."""
    return weights_text(
        model,
        (
            "How much each feature of a changed passage speaks for a criterion; see the",
            "documentation of the criteria. A score is the logistic function of the sum of",
            "value times weight over the features: the shared weight plus the criterion's",
            "own. Written by `python -m bench.flags DATA --write`; edit as you see fit.",
        ),
    )


def _weight(label: Label, key: str) -> float:
    if key in label.must:
        return _RELEVANT
    return _PARTLY_SHOWN if label.partly_shown else 1.0
