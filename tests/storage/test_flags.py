"""Changes, flags, and the reviews that decide where a flag stands."""

from __future__ import annotations

import pytest

from domain.errors import NotFoundError
from domain.flag import Priority
from storage.records import Decision, FlagState
from storage.store import Store
from tests.storage.samples import HOUR, NOON, add_change, change, flag


def test_a_change_comes_back_whole(store: Store) -> None:
    """Passages and findings, with the numbers of the versions between which it lies."""
    with store.work() as work:
        number = add_change(work)
    with store.read() as history:
        found = history.change(number)
        assert found.change == change()
        assert (found.old_number, found.new_number) == (1, 2)
        assert history.changes("terms") == history.changes() == (found,)
        assert history.changes(since=NOON + HOUR) == (found,)
        assert history.changes(since=NOON + 2 * HOUR) == history.changes("other") == ()


def test_flags_are_sorted_by_what_an_editor_should_see_first(store: Store) -> None:
    """Priority, then score, then the oldest."""
    with store.work() as work:
        ids = work.record_flags(
            add_change(work),
            "terms",
            [
                flag("low", priority=Priority.LOW, score=1.0),
                flag("sure", score=0.9),
                flag("unsure", score=0.5),
                flag("evidence", priority=Priority.EVIDENCE, score=0.1),
            ],
            NOON,
        )
        later = add_change(work, source_id="other")
        ids += work.record_flags(later, "other", [flag("sure")], NOON + HOUR)
    low, sure, unsure, evidence, newer = ids
    with store.read() as history:
        assert [one.id for one in history.flags()] == [evidence, sure, newer, unsure, low]
        assert history.flag(sure).flag == flag("sure")


def test_the_latest_flags_are_the_newest_however_pressing(store: Store) -> None:
    """Also what was decided; of one tool or criterion where that is asked for."""
    with store.work() as work:
        raised = [flag("a", priority=Priority.EVIDENCE), flag("b"), flag("a", tool="other")]
        first, second, third = work.record_flags(add_change(work), "terms", raised, NOON)
        work.record_review(third, Decision.CONFIRMED, "ada", NOON)
    with store.read() as history:
        assert [one.id for one in history.latest_flags(2)] == [third, second]
        assert [one.id for one in history.latest_flags(9, criterion="a")] == [third, first]
        assert [one.id for one in history.latest_flags(9, tool="other")] == [third]


def test_keys_name_what_flags_are_about_in_the_order_of_the_list(store: Store) -> None:
    """They say whether a flag is undecided: looking later and taking back decide nothing."""
    with store.work() as work:
        raised = [flag("a"), flag("b"), flag("c"), flag("d", priority=Priority.EVIDENCE)]
        a, b, c, d = work.record_flags(add_change(work), "terms", raised, NOON)
        work.record_review(a, Decision.CONFIRMED, "ada", NOON)
        work.record_review(b, Decision.LATER, "ada", NOON, until=NOON + HOUR)
        work.record_review(c, Decision.CONFIRMED, "ada", NOON)
        work.record_review(c, Decision.REOPENED, "ada", NOON)
    with store.read() as history:
        keys = history.flag_keys(open_only=False, now=NOON)
        assert [key.id for key in keys] == [one.id for one in history.flags(open_only=False)]
        assert {key.id: key.undecided for key in keys} == {a: False, b: True, c: True, d: True}
        assert [key.id for key in history.flag_keys(now=NOON)] == [d, c]
        assert [key.id for key in history.flag_keys(criterion="b", open_only=False)] == [b]
        assert history.flag_keys(tool="other") == history.flag_keys(source="other") == ()
        assert history.flags_of([a, d])[d] == history.flag(d)


def test_the_stamp_differs_once_something_was_decided(store: Store) -> None:
    """A review of a flag, a review of a rating: each makes another stamp."""
    stamps = []
    with store.work() as work:
        (number,) = work.record_flags(add_change(work), "terms", [flag("a")], NOON)
        stamps.append(work.decisions_stamp())
        work.record_review(number, Decision.CONFIRMED, "ada", NOON)
        stamps.append(work.decisions_stamp())
        work.record_rating_review("tool", "a", decision=Decision.CONFIRMED, by="ada", at=NOON)
        stamps.append(work.decisions_stamp())
    assert len(set(stamps)) == len(stamps)


def test_flags_are_narrowed(store: Store) -> None:
    """By tool, by criterion, by source and by change."""
    with store.work() as work:
        first = add_change(work)
        work.record_flags(first, "terms", [flag("a"), flag("b"), flag("a", tool="other")], NOON)
        second = add_change(work, source_id="dpa")
        work.record_flags(second, "dpa", [flag("a")], NOON)
    with store.read() as history:
        assert len(history.flags(tool="assistant")) == 3
        assert len(history.flags(tool="assistant", criterion="a")) == 2
        assert [one.source_id for one in history.flags(source="dpa")] == ["dpa"]
        assert len(history.flags(change_id=first)) == 3


@pytest.mark.parametrize(
    ("decision", "state"),
    [
        (Decision.CONFIRMED, FlagState.CONFIRMED),
        (Decision.CHANGED, FlagState.CHANGED),
        (Decision.NOT_RELEVANT, FlagState.NOT_RELEVANT),
    ],
)
def test_a_decision_closes_a_flag_and_reopening_undoes_it(
    store: Store, decision: Decision, state: FlagState
) -> None:
    """The latest entry counts; all of them stay."""
    with store.work() as work:
        (number,) = work.record_flags(add_change(work), "terms", [flag()], NOON)
        assert work.flag(number).state is FlagState.OPEN
        work.record_review(
            number, decision, "ada", NOON, "I read it.", details={"status": "partly"}
        )
        assert work.flag(number).state is state
        assert work.flags() == ()
        assert [one.state for one in work.flags(open_only=False)] == [state]
        work.record_review(number, Decision.REOPENED, "bob", NOON + HOUR)
    with store.read() as history:
        assert [one.state for one in history.flags()] == [FlagState.OPEN]
        first, second = history.reviews(number)
    assert (first.by, first.decision, first.why) == ("ada", decision, "I read it.")
    assert first.details == {"status": "partly"}
    assert second.decision is Decision.REOPENED


def test_a_flag_put_off_comes_back(store: Store) -> None:
    """It is out of the way until its time, and open from then on."""
    until = NOON + 5 * HOUR
    with store.work() as work:
        (number,) = work.record_flags(add_change(work), "terms", [flag()], NOON)
        work.record_review(number, Decision.LATER, "ada", NOON, until=until)
    with store.read() as history:
        before = until - HOUR
        assert history.flags(now=before) == ()
        assert history.flag(number, now=before).state is FlagState.LATER
        assert [one.state for one in history.flags(now=until)] == [FlagState.OPEN]
        assert history.flag(number, now=until).state is FlagState.OPEN


def test_only_later_has_a_time(store: Store) -> None:
    """Putting off without a time, or deciding with one, is a mistake of the caller."""
    with store.work() as work:
        (number,) = work.record_flags(add_change(work), "terms", [flag()], NOON)
        with pytest.raises(ValueError, match="later"):
            work.record_review(number, Decision.LATER, "ada", NOON)
        with pytest.raises(ValueError, match="later"):
            work.record_review(number, Decision.CONFIRMED, "ada", NOON, until=NOON)


def test_an_unknown_flag_cannot_be_reviewed(store: Store) -> None:
    """Nothing is decided about what is not there."""
    with store.work() as work, pytest.raises(NotFoundError, match="flag 9"):
        work.record_review(9, Decision.CONFIRMED, "ada", NOON)
