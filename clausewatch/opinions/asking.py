"""A pass over the open flags: each is asked about once, outside of any transaction.

What comes back is added beside the flag; nothing of the flag is changed. A flag that
brought no usable answer a few times is not asked about again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from clausewatch.opinions.endpoint import Endpoint
from clausewatch.opinions.question import Question, question_of
from clausewatch.opinions.settings import OpinionSettings
from domain.errors import OpinionError
from domain.watchlist import Watchlist
from storage.store import History, Store

MOST_QUESTIONS = 20
MOST_SECONDS = 120.0
"""Of one pass. What is left is asked in the next: flags wait for nobody's opinion."""

MOST_TRIES = 3
_PAUSE = 15 * 60.0  # seconds that a worker lets an endpoint rest that does not answer


@dataclass(frozen=True, slots=True)
class AskingReport:
    """What became of a pass: how many answers, how many of no use, and what ended it."""

    answered: int = 0
    unusable: int = 0
    trouble: str = ""


@dataclass
class Asking:
    """Asks for second opinions. `monotonic` is the clock that bounds a pass."""

    store: Store
    watchlist: Watchlist
    settings: OpinionSettings
    monotonic: Callable[[], float] = time.monotonic
    _rests_until: float = field(default=0.0, init=False)

    def ask_when_rested(self) -> AskingReport:
        """Ask, unless the endpoint was in trouble a short while ago: for a worker."""
        if not self.settings.is_on or self.monotonic() < self._rests_until:
            return AskingReport()
        report = self.ask()
        if report.trouble:
            self._rests_until = self.monotonic() + _PAUSE
        return report

    def ask(self) -> AskingReport:
        """Ask about the most pressing open flags that have no opinion of this model yet.

        Raises:
            StoreError: the store failed. An endpoint that fails is in the report.
        """
        if not self.settings.is_on:
            return AskingReport()
        deadline = self.monotonic() + MOST_SECONDS
        endpoint = Endpoint(self.settings)
        answered = unusable = 0
        with self.store.read() as history:
            questions = list(self._questions(history))
        for question in questions:
            if self.monotonic() >= deadline:
                break
            try:
                self._ask_one(endpoint, question)
            except OpinionError as error:
                unusable += 1
                if error.ends_pass:
                    return AskingReport(answered, unusable, str(error))
            else:
                answered += 1
        return AskingReport(answered, unusable)

    def _ask_one(self, endpoint: Endpoint, question: Question) -> None:
        try:
            opinion = endpoint.ask(question)
        except OpinionError as error:
            if error.counts:
                with self.store.work() as work:
                    work.record_vain_question(
                        question.flag_id, self.settings.model, datetime.now(UTC), str(error)
                    )
            raise
        with self.store.work() as work:
            work.record_opinion(question.flag_id, opinion, datetime.now(UTC))

    def _questions(self, history: History) -> Iterator[Question]:
        settled = history.flags_with_opinion(self.settings.model, tries=MOST_TRIES)
        open_flags = [one for one in history.open_flag_ids() if one not in settled]
        for flag_id in open_flags[:MOST_QUESTIONS]:
            stored = history.flag(flag_id)
            flag = stored.flag
            criterion = self.watchlist.criterion(flag.criterion)
            tool = self.watchlist.tool(flag.tool_id)
            if criterion is None:  # no longer in the watchlist: nobody can say what it means
                continue
            passages = history.change(stored.change_id).change.passages
            shown = [passages[index] for index in flag.passages[: self.settings.max_passages]]
            rating = tool.rating(flag.criterion) if tool else None
            yield question_of(flag_id, shown, criterion, rating)
