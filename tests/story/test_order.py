"""Captures that come too late, twice, or were stored and never read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from clausewatch.checking.arrival import not_ahead
from clausewatch.checking.story import accept_capture, check_source
from clausewatch.running.batch import requests_of
from clausewatch.running.orders import BatchOrder
from domain.capture import Capture, CaptureOrigin, FetchFailure, NotModified, Validators
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from storage.records import SourceState
from storage.store import History, Store
from tests.story.conftest import BODY, PROMISE, Watching, page

WEAKER = [line for line in BODY if line != PROMISE]
WORDS = Sentence("Reading it ended the process.", "Das Lesen hat den Prozess beendet.")
CRASH = Problem(ProblemKind.CRASHED, WORDS, WORDS)


def saved(watching: Watching, body: bytes, at: datetime, **fields: Any) -> Capture:
    """Return a capture of the source that was made at some time."""
    return replace(
        Capture(
            source_id=watching.source.id,
            requested_url=watching.source.url,
            fetched_at=at,
            body=body,
            headers=(("content-type", "text/html; charset=utf-8"),),
            final_url=watching.source.url,
        ),
        **fields,
    )


def stored_but_not_read(watching: Watching, body: bytes) -> Capture:
    """Store a capture as a process does that dies before it reads it."""
    capture = saved(watching, body, watching.clock.later())
    with watching.parts.store.work() as work:
        work.record_capture(capture)
    return capture


@pytest.mark.parametrize("origin", [CaptureOrigin.REPLAY, CaptureOrigin.MANUAL])
def test_a_capture_from_before_the_last_check_is_kept_as_evidence_alone(
    watching: Watching, origin: CaptureOrigin
) -> None:
    """Old wording never becomes the base of a live store; somebody is told why."""
    watching.see(page(*BODY))
    before = watching.clock.now
    watching.see(page(*WEAKER))
    with watching.parts.store.read() as history:
        state, flags, told = (history.state("privacy"), history.flags(), history.undelivered())
    old = saved(watching, page(*BODY), before - timedelta(days=30), origin=origin)
    result = watching.take(old)
    assert watching.events(result) == ["note"]
    assert "older than the last check" in result.events[0].detail
    with watching.parts.store.read() as history:
        assert len(history.captures("privacy")) == 3
        assert [version.number for version in history.versions("privacy")] == [1, 2]
        assert history.state("privacy") == state
        assert history.flags() == flags
        assert history.undelivered() == told


def test_old_trouble_opens_and_ends_nothing(watching: Watching) -> None:
    """Neither an error page nor a failure nor a 304 of long ago says anything about today."""
    watching.see(page(*BODY))
    for _ in range(2):
        watching.see(b"<html><title>Error</title><h1>Something went wrong</h1></html>")
    ago = watching.clock.now - timedelta(days=3)
    for fetched in (
        saved(watching, page(*BODY), ago),
        NotModified("privacy", ago),
        FetchFailure("privacy", ago, CRASH),
    ):
        watching.take(fetched)
    with watching.parts.store.read() as history:
        assert [one.problem.kind for one in history.problems()] == [ProblemKind.ERROR_PAGE]


def test_feeding_old_captures_twice_says_nothing_the_second_time(watching: Watching) -> None:
    """What is known is known, whether it was taken or came too late."""
    watching.see(page(*BODY))
    first = saved(watching, page(*BODY), watching.clock.now)
    old = saved(watching, page(*WEAKER), watching.clock.now - timedelta(days=1))
    again = replace(first, headers=(("content-type", "text/html; charset=utf-8"), ("etag", '"x"')))
    assert watching.take(again).events == ()
    assert watching.events(watching.take(old)) == ["note"]
    assert watching.take(old).events == ()


def test_a_capture_that_nobody_read_is_read_by_the_next_check(watching: Watching) -> None:
    """A change that was there for one capture only is told although its process died."""
    watching.see(page(*BODY))
    stored_but_not_read(watching, page(*WEAKER))
    result = watching.see(page(*BODY))
    assert watching.events(result)[0] == "change"
    with watching.parts.store.read() as history:
        assert {flag.flag.criterion for flag in history.flags()} == {"no_training"}
        assert [version.number for version in history.versions("privacy")] == [1, 2]


def test_a_capture_is_read_also_when_the_next_fetch_fails(watching: Watching) -> None:
    """It is stored: nothing has to be fetched for it."""
    watching.see(page(*BODY))
    stored_but_not_read(watching, page(*WEAKER))
    result = watching.take(
        FetchFailure("privacy", watching.clock.later(), replace(CRASH, kind=ProblemKind.GONE))
    )
    assert watching.events(result) == ["change"]


def test_the_whole_page_is_asked_for_while_a_capture_is_unread(watching: Watching) -> None:
    """An answer of "not modified" would be about the version before it."""
    order = BatchOrder(watchlist=watching.parts.watchlist, owner="me")
    watching.see(page(*BODY))
    assert requests_of(order, watching.parts)[0].validators == Validators(etag='"x"')
    stored_but_not_read(watching, page(*WEAKER))
    assert requests_of(order, watching.parts)[0].validators is None


def test_a_page_that_ends_its_process_is_not_read_again(watching: Watching) -> None:
    """The failure stands for it: reading it once more would end the next process, too."""
    watching.see(page(*BODY))
    stored_but_not_read(watching, page(*WEAKER))
    watching.take(FetchFailure("privacy", watching.clock.later(), CRASH))
    result = watching.see(page(*BODY))
    assert "change" not in watching.events(result)
    with watching.parts.store.read() as history:
        assert history.captures("privacy")[1].problem_kind is ProblemKind.CRASHED


class Meanwhile(Store):
    """A store where something happens each time that a picture of it has been looked at."""

    def __init__(self, url: str, happen: Callable[[], None]) -> None:
        super().__init__(url)
        self._happen = happen

    @contextmanager
    def read(self) -> Iterator[History]:
        """Read as ever; then it happens, while the picture is still open."""
        with super().read() as history:
            yield history
            self._happen()


def test_two_checks_of_one_source_at_once_build_on_each_other(
    watching: Watching, store_url: str
) -> None:
    """Who finds that another one has checked meanwhile weighs its capture again."""
    watching.see(page(*BODY))
    late = saved(watching, page(*WEAKER, "We keep logs for a year."), watching.clock.later())
    early = saved(watching, page(*WEAKER), watching.clock.now - timedelta(hours=1))
    store = Meanwhile(store_url, lambda: _check(watching, early))
    check_source(watching.source, late, replace(watching.parts, store=store))
    store.close()
    with watching.parts.store.read() as history:
        versions = history.versions("privacy")
        changes = history.changes("privacy")
    assert [version.at for version in versions[1:]] == [early.fetched_at, late.fetched_at]
    assert [(one.old_number, one.new_number) for one in changes] == [(2, 3), (1, 2)]


def _check(watching: Watching, capture: Capture) -> None:
    """Check a capture, but not before another one is stored: so it happens in between."""
    with watching.parts.store.read() as history:
        under_way = len(history.captures("privacy")) > 1
    if under_way:
        watching.take(capture)


def test_nobody_waits_for_a_page_that_is_being_read(watching: Watching, store_url: str) -> None:
    """Others write before a reading has ended: SQLite has but a single lock for all."""
    written: list[str] = []

    def write() -> None:
        written.append(f"source-{len(written)}")
        with watching.parts.store.work() as work:
            work.save_state(SourceState(written[-1]))

    store = Meanwhile(store_url, write)
    watching.parts, quiet = replace(watching.parts, store=store), watching.parts
    assert watching.events(watching.see(page(*BODY))) == ["first"]
    store.close()
    with quiet.store.read() as history:
        assert set(written) <= {state.source_id for state in history.states()}
    assert len(written) > 1


def test_accepting_builds_on_what_was_checked_meanwhile(watching: Watching) -> None:
    """The capture that is accepted is the latest one at the moment of writing."""
    watching.see(page(*BODY))
    watching.see(page(*WEAKER))
    result = accept_capture(watching.source, watching.clock.later(), watching.parts)
    assert result.events == ()


def test_a_clock_that_ran_ahead_keeps_nothing_out() -> None:
    """What was checked in the future counts as checked now; what follows is taken."""
    now = datetime(2026, 4, 1, tzinfo=UTC)
    ahead = SourceState("privacy", last_checked_at=now + timedelta(days=900))
    assert not_ahead(ahead, now).last_checked_at == now
    near = replace(ahead, last_checked_at=now + timedelta(minutes=1))
    assert not_ahead(near, now) == near
