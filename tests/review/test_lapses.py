"""What is told of a page that is unreadable now and then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from review import lapses
from review.lapses import Lapses

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)
SOON = 2 * DAY
WORDS = Sentence("An error page.", "Eine Fehlerseite.")


def problem(*, gone: bool = False) -> Problem:
    """Return an uncertain problem, or one that is certain and of another kind."""
    kind = ProblemKind.GONE if gone else ProblemKind.ERROR_PAGE
    return Problem(kind, WORDS, WORDS, certain=gone)


class Told:
    """Follows a source check by check: b(ad), G(one for certain) or g(ood), twice a day."""

    def __init__(self) -> None:
        self.lapses = Lapses()
        self.open: Problem | None = None
        self.at = START
        self.told: list[str] = []

    def see(self, checks: str) -> str:
        """Take a row of checks; return what was told at each: o(pened), c(losed) or -."""
        return "".join(self._see(check) for check in checks)

    def _see(self, check: str) -> str:
        self.at += DAY / 2
        if check == "g":
            return self._good()
        seen, was_open = problem(gone=check == "G"), self.open is not None
        self.open = seen
        if was_open:
            telling = lapses.lasting(self.lapses, self.at, SOON)
        else:
            telling = lapses.opened(self.lapses, seen, self.at, SOON)
        self.lapses = telling.lapses
        return "o" if telling.tell else "-"

    def _good(self) -> str:
        if self.open is None:
            telling = lapses.staying_good(self.lapses, self.at, SOON)
        else:
            telling = lapses.closed(self.lapses, self.open, self.at, SOON)
        self.open, self.lapses = None, telling.lapses
        return "c" if telling.tell else "-"


@pytest.mark.parametrize(
    ("checks", "told"),
    [
        ("bbbg", "o--c"),  # once, and once that it is over
        ("bbgggggggbbg", "o-c------o-c"),  # long after the first: another problem
        ("bgbgbgbgbgbg" * 5, "oc" + "-" * 58),  # comes and goes: told once
        ("bgbbbbbbb", "oc----o--"),  # comes back and lasts: told late
        ("bgbbbbbggggggg", "oc----o----c--"),  # and its end once it has stayed good
        ("bgbbbbbgbgbggggggg", "oc----o--------c--"),  # which it does not at once
        ("bgG", "oco"),  # certain and another one: news at once
        ("bgbbbbbgG", "oc----o-o"),
    ],
)
def test_what_is_told_of_a_problem_that_comes_and_goes(checks: str, told: str) -> None:
    """Each row is a life of a page, twice a day; two days are soon."""
    assert Told().see(checks) == told


def test_whoever_is_told_never_believes_what_is_wrong_for_long() -> None:
    """After each telling the last word is the truth, or becomes so within the time."""
    for pattern in range(2**12):
        checks = "".join("gb"[pattern >> bit & 1] for bit in range(12))
        for last in "gb":
            life = Told()
            told = life.see(checks + last * 6).replace("-", "")
            assert (told[-1:] == "o") == (last == "b"), checks + last * 6
            assert "oo" not in told
            assert "cc" not in told
