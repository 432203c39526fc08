"""The watchlist under its decisions: kept, with what was decided since laid over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desk.deciding import decide_flag, decide_rating, pending
from desk.judging import Judgement
from desk.standing import DecidedWatchlist
from domain.watchlist import Rating, Status, Tool, Watchlist
from review.decided import with_edits
from storage.records import Decision
from storage.store import Store, Work
from storage.tables import ReviewRow
from tests.web import site

QUIET = Tool(id="quiet", name="Quiet", sources=("policy",))
RETENTION = Rating(criterion="retention", status=Status.NO)
LUMEN = site.WATCHLIST.tools[0]
FILE = site.WATCHLIST.model_copy(
    update={
        "tools": (
            LUMEN.model_copy(update={"ratings": (*LUMEN.ratings, RETENTION)}),
            QUIET,
        )
    }
)
NO = Judgement(Decision.CHANGED, "ada", status=Status.NO)
PARTLY = Judgement(Decision.CHANGED, "ada", status=Status.PARTLY)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """The history of `site`: flag 1 is about training, flag 2 about retention."""
    opened = Store(store_url)
    opened.migrate()
    site.fill(opened)
    yield opened
    opened.close()


def kept_as_anew(kept: DecidedWatchlist, store: Store, file: Watchlist = FILE) -> Watchlist:
    """Return what is kept, which has to be what reading everything makes."""
    with store.read() as history:
        decisions, decided = kept.of(file, history, history.decisions_stamp())
        assert decisions == history.decisions_in_force()
        assert decided == with_edits(file, pending(file, history)[0])
    return decided


def status_of(watchlist: Watchlist, criterion: str = "no_training") -> Status:
    """Return what a rating says."""
    tool = watchlist.tool("lumen")
    rating = tool.rating(criterion) if tool else None
    assert rating is not None
    return rating.status


def decide(work: Work, flag_id: int, made: Judgement) -> None:
    """Decide a flag of the history."""
    decide_flag(work, FILE, flag_id, made, site.NOW)


def test_what_is_kept_is_what_would_be_read_anew(store: Store) -> None:
    """Decided, decided otherwise, taken back, decided without a flag: nothing is missed."""
    kept = DecidedWatchlist()
    assert kept_as_anew(kept, store) == FILE
    steps = (
        lambda work: decide(work, 1, NO),
        lambda work: decide(work, 1, PARTLY),
        lambda work: decide(work, 2, PARTLY),
        lambda work: work.record_review(1, Decision.REOPENED, "ada", site.NOW),
        lambda work: work.record_review(2, Decision.NOT_RELEVANT, "ada", site.NOW),
        lambda work: decide_rating(work, FILE, "lumen/no_training", NO, site.NOW),
    )
    said = []
    for step in steps:
        with store.work() as work:
            step(work)
        now = kept_as_anew(kept, store)
        said.append((status_of(now), status_of(now, "retention")))
    yes, no, partly = Status.YES, Status.NO, Status.PARTLY
    assert said == [(no, no), (partly, no), (partly, partly), (yes, partly), (yes, no), (no, no)]


def test_a_tool_that_nothing_was_decided_about_stays_the_same_object(store: Store) -> None:
    """So that what follows from it is not worked out anew."""
    kept = DecidedWatchlist()
    before = kept_as_anew(kept, store).tool("quiet")
    with store.work() as work:
        decide(work, 1, NO)
    assert kept_as_anew(kept, store).tool("quiet") is before


def test_an_edited_file_is_what_decisions_are_laid_over(store: Store) -> None:
    """Also when a decision was made at the same time."""
    kept = DecidedWatchlist()
    kept_as_anew(kept, store)
    with store.work() as work:
        decide(work, 1, NO)
    renamed = FILE.model_copy(update={"tools": (LUMEN.model_copy(update={"name": "Lumen 2"}),)})
    assert [tool.name for tool in kept_as_anew(kept, store, renamed).tools] == ["Lumen 2"]
    assert status_of(kept_as_anew(kept, store)) is Status.NO


def test_only_what_was_decided_since_is_read(store: Store) -> None:
    """Reviews that were read before are not sent again."""
    with store.work() as work:
        decide(work, 1, NO)
        before = work.decisions_stamp()
        decide(work, 2, PARTLY)
    with store.read() as history:
        assert [one.flag_id for one in history.decisions(before)] == [2]
        assert history.only_grew(before)


def test_a_review_that_is_seen_late_is_not_lost(store: Store) -> None:
    """Of two written at once, the one with the later id may be there first."""
    kept = DecidedWatchlist()
    for number, flag_id in ((10, 1), (5, 2)):
        with store.work() as work:
            work._session.add(review(number, flag_id))  # with an id of our choice
        decided = kept_as_anew(kept, store)
    assert (status_of(decided), status_of(decided, "retention")) == (Status.NO, Status.PARTLY)


def review(number: int, flag_id: int) -> ReviewRow:
    """Return a decision as it lies in its table: training no, retention partly."""
    details = {"status": (Status.NO if flag_id == 1 else Status.PARTLY).value}
    return ReviewRow(
        id=number,
        flag_id=flag_id,
        decision=Decision.CHANGED,
        by="ada",
        at=site.NOW,
        why="",
        details=details,
    )
