"""What grew old is listed and told once a month; how reviewing goes is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from clausewatch.history.figures import figures_of
from clausewatch.telling.summaries import queue_due_summaries
from desk.staleness import Ages, RatingAge, rating_ages
from domain.alert import AlertKind
from domain.watchlist import Editor, Rating, Status
from storage.records import Decision, OutboxItem
from tests.story.conftest import BODY, PROMISE, TOOL, Watching, page

WEAKER = "We may use your content to train our models."


def ages(watching: Watching, days: int = 0) -> tuple[RatingAge, ...]:
    """The ages of all ratings so many days later."""
    with watching.parts.store.read() as history:
        now = watching.clock.now + timedelta(days=days)
        return rating_ages(watching.parts.watchlist, history, now)


def rate(watching: Watching, *ratings: Rating, editor: Editor | None = None) -> None:
    """Give the one tool other ratings."""
    tool = TOOL.model_copy(
        update={"ratings": ratings or TOOL.ratings, "editors": (editor or TOOL.editors[0],)}
    )
    watchlist = watching.parts.watchlist.model_copy(update={"tools": (tool,)})
    watching.parts = replace(watching.parts, watchlist=watchlist)


def promise_breaks(watching: Watching) -> None:
    """See the page with its promise and then without it."""
    watching.see(page(*BODY))
    watching.see(page(*(WEAKER if line == PROMISE else line for line in BODY)))


def summaries(watching: Watching) -> list[OutboxItem]:
    """The summaries in the outbox."""
    with watching.parts.store.read() as history:
        return [one for one in history.undelivered() if one.alert.kind is AlertKind.SUMMARY]


def test_a_rating_never_reviewed_is_as_old_as_what_is_known_of_its_sources(
    watching: Watching,
) -> None:
    """A new installation does not call everything stale."""
    watching.see(page(*BODY))
    (young,), (old,) = ages(watching, 180), ages(watching, 181)
    assert (young.is_stale, old.is_stale) == (False, True)
    assert (old.reviewed_at, old.versions) == (None, {"privacy": 1})


def test_a_decision_makes_a_rating_fresh_and_says_against_which_version(
    watching: Watching,
) -> None:
    """The version is the one that stood when it was decided."""
    promise_breaks(watching)
    decided_at = watching.clock.now + timedelta(hours=1)
    with watching.parts.store.work() as work:
        for flag in work.flags():
            work.record_review(flag.id, Decision.CONFIRMED, "ada", decided_at)
    (age,) = ages(watching, 100)
    assert (age.by, age.reviewed_at, age.versions) == ("ada", decided_at, {"privacy": 2})
    assert not age.is_stale


def test_what_the_file_says_of_its_review_counts_when_it_is_later(watching: Watching) -> None:
    """A review on paper is a review."""
    watching.see(page(*BODY))
    rating = TOOL.ratings[0].model_copy(
        update={"reviewed": date(2026, 5, 1), "review_every": timedelta(days=30)}
    )
    rate(watching, rating)
    (fresh,), (old,) = ages(watching, 59), ages(watching, 62)
    assert (fresh.is_stale, old.is_stale) == (False, True)


def test_a_change_that_raised_no_flag_makes_its_ratings_stale(watching: Watching) -> None:
    """One on which a flag is open does not: the flag says it already."""
    quiet = Rating(criterion="open_source", status=Status.NO)
    rate(watching, *TOOL.ratings, quiet)
    promise_breaks(watching)
    found = {age.rating.criterion: age for age in ages(watching)}
    assert [change.source_id for change in found["open_source"].unflagged] == ["privacy"]
    assert found["no_training"].unflagged == ()


def test_ages_that_are_kept_are_those_that_would_be_worked_out_anew(watching: Watching) -> None:
    """Versions, changes, decisions, the file and the days that pass: nothing is missed."""
    kept = Ages()

    def agree(days: int = 0) -> None:
        with watching.parts.store.read() as history:
            now = watching.clock.now + timedelta(days=days)
            decided = history.decisions_in_force()
            known = kept.of(watching.parts.watchlist, history, decided, now)
            assert known == rating_ages(watching.parts.watchlist, history, now)

    quiet = Rating(criterion="open_source", status=Status.NO)
    rate(watching, *TOOL.ratings, quiet)
    agree()
    watching.see(page(*BODY))
    agree()
    promise_breaks(watching)
    agree()
    agree(200)
    with watching.parts.store.work() as work:
        for flag in work.flags():
            work.record_review(flag.id, Decision.CONFIRMED, "ada", watching.clock.now)
    agree()
    rate(watching, quiet.model_copy(update={"review_every": timedelta(days=9)}))
    agree(10)


def test_an_editor_is_told_on_the_first_of_the_month_once(watching: Watching) -> None:
    """What is open and what grew old; the next one comes a month later."""
    rate(watching, editor=Editor(email="ed@directory.example", timezone="Europe/Berlin"))
    promise_breaks(watching)
    first = datetime(2026, 5, 1, 6, tzinfo=UTC)
    for moment, expected in (
        (watching.clock.now, 0),  # April had begun before anything was watched
        (first - timedelta(minutes=1), 0),
        (first, 1),
        (first + timedelta(days=3), 0),
        (datetime(2026, 6, 9, tzinfo=UTC), 1),
    ):
        assert queue_due_summaries(watching.parts, moment) == expected
    alert = summaries(watching)[0].alert
    assert alert.subject == "Clausewatch, May 2026: 1 open, 0 to read again"
    assert "Example Tool: No training on customer data" in alert.text


def test_a_calm_month_is_told_too_and_who_wants_none_gets_none(watching: Watching) -> None:
    """That nothing is open is worth a line a month; silence could be a fault."""
    watching.see(page(*BODY))
    rate(watching, editor=Editor(email="ed@directory.example", summary="never"))
    assert queue_due_summaries(watching.parts, datetime(2026, 5, 2, tzinfo=UTC)) == 0
    rate(watching, editor=Editor(email="ed@directory.example", language="de"))
    assert queue_due_summaries(watching.parts, datetime(2026, 5, 2, tzinfo=UTC)) == 1
    assert summaries(watching)[0].alert.subject == "Clausewatch, Mai 2026: nichts ist offen"


def test_figures_tell_the_share_of_false_alarms(watching: Watching) -> None:
    """Of what was decided, not of what is open; times run from flag to first decision."""
    promise_breaks(watching)
    later = watching.clock.now + timedelta(days=10)
    with watching.parts.store.work() as work:
        training, *others = sorted(
            work.flags(), key=lambda one: one.flag.criterion != "no_training"
        )
        work.record_review(training.id, Decision.NOT_RELEVANT, "ada", later)
        work.record_review(training.id, Decision.CONFIRMED, "ada", later + timedelta(days=1))
        work.record_review(training.id, Decision.NOT_RELEVANT, "ada", later + timedelta(days=2))
    with watching.parts.store.read() as history:
        flags = history.flags(open_only=False)
        reviews = history.reviews(training.id)
    figures = figures_of(flags, reviews, later)
    assert figures.median_time == timedelta(days=10)
    assert (figures.decided, figures.open) == (1, len(others))
    assert figures.criteria["no_training"].false_alarms == 1.0
    assert figures.open_by_age == {
        "up to a day": 0, "up to a week": 0, "up to a month": len(others), "older": 0,
    }  # fmt: skip
