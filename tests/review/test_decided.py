"""What decisions ask to be written into a rating of the watchlist file."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.watchlist import Rating, Source, Status, Tool, Watchlist
from review.decided import RatingEdit, details_of, edits_of
from review.retold import Decided

JANUARY_2, JANUARY_3 = date(2026, 1, 2), date(2026, 1, 3)
FLAG, OTHER_FLAG = 1, 2


def rating(status: Status = Status.YES, reviewed: date | None = None) -> Rating:
    """The rating that all decisions here are about."""
    return Rating(criterion="gdpr", status=status, rationale="So.", reviewed=reviewed)


def file_with(one: Rating) -> Watchlist:
    """A watchlist file that says this of the rating."""
    source = Source(id="terms", url="https://example.org/", kind="terms")
    return Watchlist(sources=(source,), tools=(Tool(id="tool", name="T", ratings=(one,)),))


def changed(day: int, found: Rating, status: Status, flag: int = FLAG) -> Decided:
    """A decision in January that gives the rating another status."""
    return confirmed(day, found, flag, status)


def confirmed(day: int, found: Rating, flag: int = FLAG, status: Status | None = None) -> Decided:
    """A decision in January that the rating may stay."""
    details = details_of(found, status=status)
    return Decided("tool", "gdpr", datetime(2026, 1, day, 9, tzinfo=UTC), details, flag)


def taken_back(day: int, flag: int = FLAG) -> Decided:
    """What was decided about the flag is taken back in January."""
    return Decided("tool", "gdpr", datetime(2026, 1, day, 9, tzinfo=UTC), {}, flag, counts=False)


def written(one: Rating, *made: Decided) -> RatingEdit | None:
    """What is written into a file that says this; None for nothing."""
    edits, conflicts = edits_of(file_with(one), made)
    assert not conflicts
    return next(iter(edits), None)


def edit(
    reviewed: date | None = None, status: Status | None = None, *, unreviewed: bool = False
) -> RatingEdit:
    """What is written into the rating."""
    return RatingEdit("tool", "gdpr", reviewed, status, unreviewed=unreviewed)


def test_confirming_a_rating_lets_stand_what_was_decided_about_the_same_flag() -> None:
    """Whoever confirms has read what the rating says by then, written or not."""
    decided = rating(Status.NO, JANUARY_2)
    made = changed(2, rating(), Status.NO), confirmed(3, decided)
    assert written(decided, *made) == edit(JANUARY_3)
    assert written(rating(), *made) == edit(JANUARY_3, Status.NO)
    assert written(rating(Status.NO, JANUARY_3), *made) is None


def test_what_is_taken_back_after_it_was_confirmed_is_gone_whole() -> None:
    """The change with the confirmation, in the file as before it."""
    made = changed(2, rating(), Status.NO), confirmed(3, rating(Status.NO, JANUARY_2))
    in_file = rating(Status.NO, JANUARY_3)
    assert written(in_file, *made, taken_back(4)) == edit(status=Status.YES, unreviewed=True)
    assert written(rating(), *made, taken_back(4)) is None


def test_a_day_of_review_stays_where_nothing_else_of_the_decision_is_in_the_file() -> None:
    """A hand may have written it; of a decision that was written the other half is there."""
    by_hand = rating(reviewed=JANUARY_2)
    assert written(by_hand, confirmed(2, rating()), taken_back(3)) is None
    assert written(by_hand, changed(2, rating(), Status.NO), taken_back(3)) is None
    earlier = rating(reviewed=date(2025, 2, 3))
    assert written(by_hand, confirmed(2, earlier), taken_back(3)) is None


def test_a_day_of_review_goes_with_the_status_that_was_written_with_it() -> None:
    """Back to the one before, or to none."""
    in_file, earlier = rating(Status.NO, JANUARY_2), rating(reviewed=date(2025, 2, 3))
    assert written(in_file, changed(2, rating(), Status.NO), taken_back(3)) == edit(
        status=Status.YES, unreviewed=True
    )
    assert written(in_file, changed(2, earlier, Status.NO), taken_back(3)) == edit(
        date(2025, 2, 3), Status.YES
    )


def test_a_day_stays_when_an_unwritten_decision_about_another_flag_is_still_to_be_written() -> None:
    """What is written then is new, and puts nothing back; that review is the last one."""
    by_hand = rating(reviewed=JANUARY_3)
    made = changed(2, rating(), Status.NO, OTHER_FLAG), confirmed(3, rating(Status.NO))
    assert written(by_hand, *made, taken_back(4)) == edit(status=Status.NO)
