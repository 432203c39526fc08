"""Problems: one open per source, kept when it is over."""

from __future__ import annotations

from domain.problem import ProblemKind
from storage.store import Store
from tests.storage.samples import HOUR, NOON, capture, problem


def test_a_problem_opens_and_closes(store: Store) -> None:
    """While it is open it is found; then it is history."""
    with store.work() as work:
        assert work.open_problem_of("terms") is None
        seen = work.record_capture(capture())
        number = work.open_problem("terms", problem(), NOON, seen)
    with store.work() as work:
        opened = work.open_problem_of("terms")
        assert opened is not None
        assert (opened.id, opened.problem, opened.capture_id) == (number, problem(), seen)
        assert work.problems() == (opened,)
        closed = work.close_problem("terms", NOON + HOUR)
        assert closed is not None
        assert (closed.id, closed.closed_at) == (number, NOON + HOUR)
        assert work.close_problem("terms", NOON + HOUR) is None
    with store.read() as history:
        assert history.problems() == ()
        assert history.problems(open_only=False) == (closed,)
        assert history.problems(open_only=False, source="other") == ()


def test_the_same_problem_is_opened_once(store: Store) -> None:
    """Seen again it is the same problem, open since it began."""
    with store.work() as work:
        first = work.open_problem("terms", problem(), NOON, None)
        assert work.open_problem("terms", problem(), NOON + HOUR, None) == first
        assert [one.opened_at for one in work.problems()] == [NOON]


def test_another_problem_takes_the_place_of_the_first(store: Store) -> None:
    """A source has one problem at a time."""
    with store.work() as work:
        work.open_problem("terms", problem(), NOON, None)
        work.open_problem("terms", problem(ProblemKind.GONE), NOON + HOUR, None)
        kinds = [(one.problem.kind, one.closed_at) for one in work.problems(open_only=False)]
    assert kinds == [(ProblemKind.BLOCKED, NOON + HOUR), (ProblemKind.GONE, None)]
