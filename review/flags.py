"""The criteria of each tool that have to be re-reviewed because of a change.

::

    change ──► score every criterion ──► from the threshold on ──┐
    evidence of each rating ──► reworded or gone ────────────────┼─► one flag per tool
                            └─► its passage changed around it ───┘   and criterion

What a rating rests on comes first: when a phrase of evidence is reworded or gone the
criterion is flagged whatever the score says, and whatever the change seems to mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.change import Change, Passage
from domain.document import Document
from domain.flag import EvidenceState, Flag, Priority
from domain.sentence import Sentence
from domain.watchlist import Criterion, Rating, Tool
from review.around import ENDANGERED, Telling, changed_around, telling_passages
from review.evidence import Versions
from review.explaining.reasons import beside_evidence, reasons_of
from review.explaining.summary import evidence_reason, summary_of, touched_evidence_reason
from review.relevance.features import DIRECTION_FINDINGS
from review.relevance.kinds import kind_by_title
from review.relevance.model import Model
from review.relevance.scores import CriterionScore, score_criteria
from review.words.folding import folded_text

# A passage that speaks of the criterion so strongly is central to it.
_CENTRAL = 0.8
# Of fewer words a passage may stand in any other text.
_TELLING_WORDS = 3
_EVIDENCE_SCORE = 1.0
_AROUND_EVIDENCE_SCORE = 0.9


def flag_change(  # noqa: PLR0913 - a change is judged by all of these, and each is a value
    change: Change,
    old: Document,
    new: Document,
    *,
    source_id: str,
    kind: str,
    tools: Sequence[Tool],
    criteria: Sequence[Criterion],
    model: Model,
) -> tuple[Flag, ...]:
    """Return the flags that a change raises, the most pressing first.

    `tools` are those that cite the source; `source_id` and `kind` are the source's own.
    Each tool has at most one flag a criterion, with all its passages. A tool with
    ratings is flagged on the criteria that it is rated on; a tool without any stands for
    one that is rated on all of them, and is flagged by score alone.
    """
    scores = score_criteria(change, kind_by_title(kind, new), criteria, model)
    versions = Versions(old, new, change.passages)
    telling = telling_passages(change)
    flags = [
        case.flag()
        for tool in tools
        for criterion in criteria
        if not tool.ratings or tool.rating(criterion.key)
        for case in [
            _case(
                change, telling, versions, source_id, tool, criterion, scores[criterion.key], model
            )
        ]
        if case.needs_review
    ]
    return tuple(
        sorted(flags, key=lambda flag: (-flag.priority, -flag.score, flag.tool_id, flag.criterion))
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """All that is known about one criterion of one tool in view of a change.

    `endangered` is the evidence that is reworded or gone, the worst first; `around` are
    the passages that changed around evidence that still stands, with its phrases.
    """

    change: Change
    tool: Tool
    criterion: Criterion
    scored: CriterionScore
    by_score: bool
    states: tuple[EvidenceState, ...]
    endangered: tuple[EvidenceState, ...]
    around: tuple[tuple[int, str], ...]

    @property
    def needs_review(self) -> bool:
        return bool(self.endangered or self.around or self.by_score)

    def flag(self) -> Flag:
        """Put the case into words for an editor."""
        rating = self.tool.rating(self.criterion.key)
        passages = self._passages()
        return Flag(
            tool_id=self.tool.id,
            criterion=self.criterion.key,
            score=self._score(),
            priority=self._priority(),
            summary=summary_of(
                rating,
                self.endangered,
                [self.change.passages[index] for index in passages],
                self._telling(passages[0]) if passages else (),
                beside_evidence=bool(self.around),
            ),
            reasons=tuple(dict.fromkeys(self._reasons(passages))),
            passages=passages,
            evidence=self.states,
        )

    def _score(self) -> float:
        if self.endangered:
            return _EVIDENCE_SCORE
        if self.around:
            return max(_AROUND_EVIDENCE_SCORE, self.scored.score)
        return self.scored.score

    def _priority(self) -> Priority:
        if self.endangered:
            return Priority.EVIDENCE
        around = {index for index, _ in self.around}
        central = {
            detail.passage
            for detail in self.scored.details
            if detail.features.values.get("direction", 0.0) >= _CENTRAL
        }
        if any(_turns(self.change.passages[index]) for index in around | central):
            return Priority.DIRECTION
        return Priority.NORMAL

    def _passages(self) -> tuple[int, ...]:
        """The passages of the evidence first, then what the score rests on."""
        endangered = (
            index
            for state in self.endangered
            for index, passage in enumerate(self.change.passages)
            if _carries(state.phrase, state.before, passage)
        )
        around = (index for index, _ in self.around)
        by_score = self.scored.passages if self.by_score else ()
        return tuple(dict.fromkeys((*endangered, *around, *by_score)))

    def _telling(self, passage: int) -> tuple[str, ...]:
        """The words of a passage that the evidence quotes, else that speak of the criterion."""
        quotes = tuple(phrase for index, phrase in self.around if index == passage)
        of_criterion = (
            detail.features.phrases for detail in self.scored.details if detail.passage == passage
        )
        return quotes or next(of_criterion, ())

    def _reasons(self, passages: Sequence[int]) -> Iterable[Sentence]:
        """The grounds beside what the summary tells; that once more only when it stands alone."""
        others = self.endangered[1:] or (() if self.around or self.by_score else self.endangered)
        for state in others:
            yield evidence_reason(state)
        for _, phrase in self.around:
            yield touched_evidence_reason(phrase)
        if self.by_score:
            told = passages[0] if passages else None
            evidence = self.endangered[0] if self.endangered else None
            yield from reasons_of(self.scored.details, self.change, told=told, evidence=evidence)
        elif self.endangered and passages:
            yield from beside_evidence(self.change.passages[passages[0]], self.endangered[0])


def _case(  # noqa: PLR0913, PLR0917 - what a case is made of
    change: Change,
    telling: Sequence[Telling],
    versions: Versions,
    source_id: str,
    tool: Tool,
    criterion: Criterion,
    scored: CriterionScore,
    model: Model,
) -> _Case:
    rating = tool.rating(criterion.key)
    phrases = _phrases(rating, source_id)
    states = tuple(map(versions.state, phrases))
    endangered = [state for state in states if state.status in ENDANGERED]
    return _Case(
        change=change,
        tool=tool,
        criterion=criterion,
        scored=scored,
        by_score=scored.score >= model.threshold_for(cited=bool(phrases)),
        states=states,
        endangered=tuple(sorted(endangered, key=lambda state: state.similarity)),
        around=tuple(changed_around(states, telling, versions)),
    )


def _phrases(rating: Rating | None, source_id: str) -> tuple[str, ...]:
    evidence = rating.evidence if rating else ()
    return tuple(dict.fromkeys(one.phrase for one in evidence if one.source == source_id))


def _carries(phrase: str, before: str, passage: Passage) -> bool:
    """Tell whether a passage is where a phrase stood in the older version."""
    text = folded_text(passage.before)
    if not text:
        return False
    if folded_text(phrase) in text:
        return True
    return len(text.split()) >= _TELLING_WORDS and text in folded_text(before)


def _turns(passage: Passage) -> bool:
    return any(finding.kind in DIRECTION_FINDINGS for finding in passage.findings)
