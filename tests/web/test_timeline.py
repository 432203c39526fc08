"""Where marks stand on a line of time, and when a phrase stood."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.change import Significance
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from storage.records import StoredProblem
from storage.search import Standing
from storage.search_words import terms
from storage.summaries import CaptureSpan, CaptureTick, ChangeSummary
from tests.web.site import DAY, START
from web.phrases import joined, snippet
from web.routes.sources import Shown, window_asked
from web.timeline import CHANGES_HEIGHT, WIDTH, Window, picture

NOW = START + 100 * DAY
WINDOW = Window(START, NOW)


def change(day: int, passages: int) -> ChangeSummary:
    """A change on a day."""
    at = START + day * DAY
    return ChangeSummary(day, "terms", 1, 2, at, Significance.SUBSTANTIVE, "", passages)


def test_marks_stand_where_their_time_is() -> None:
    """The middle of the time is the middle of the picture; what lies outside is not drawn."""
    drawn = picture(WINDOW, (), [change(50, 3), change(101, 3)], (), NOW)
    assert [bar.x for bar in drawn.bars] == [WIDTH / 2]


def test_a_larger_change_is_higher_and_none_leaves_the_lane() -> None:
    """From one passage to hundreds."""
    tops = [picture(WINDOW, (), [change(1, n)], (), NOW).bars[0].top for n in (0, 1, 5, 40, 400)]
    assert tops == sorted(tops, reverse=True)
    assert all(0 <= top < CHANGES_HEIGHT for top in tops)


def test_thousands_of_captures_are_a_few_hundred_marks() -> None:
    """Those on one spot are drawn once, so that a picture stays small."""
    ticks = [CaptureTick(n, START + n * timedelta(minutes=20), None, 1) for n in range(7000)]
    assert picture(WINDOW, ticks, (), (), NOW).good.count("M") <= WIDTH + 1


def test_captures_are_told_apart() -> None:
    """Good ones, those that wait or are variants, and those that are not the document."""
    ticks = [
        CaptureTick(1, START, None, 1),
        CaptureTick(2, START + DAY, None, None),
        CaptureTick(3, START + 2 * DAY, ProblemKind.BLOCKED, None),
    ]
    drawn = picture(WINDOW, ticks, (), (), NOW)
    assert (drawn.good, drawn.waiting, drawn.bad) == ("M0 0v12", "M10 0v12", "M20 0v12")


def test_a_problem_is_seen_however_short_and_as_long_as_it_is_open() -> None:
    """A minute is three points wide; what is not over reaches to this moment, not further."""
    words = Sentence("", "")
    problem = Problem(ProblemKind.BLOCKED, words, words)
    short = StoredProblem(1, "terms", problem, START, START + timedelta(minutes=1), None)
    still = StoredProblem(2, "terms", problem, START + 90 * DAY, None, None)
    first, second = picture(WINDOW, (), (), [short, still], NOW).stretches
    assert first.end - first.start == 3
    assert second.end == WIDTH
    ahead = Window(START, START + 200 * DAY)
    assert picture(ahead, (), (), [still], NOW).stretches[0].end == WIDTH / 2


@pytest.mark.parametrize(
    "shown",
    [
        Shown(),
        Shown(until=START + 120 * DAY),
        Shown(since=START + 80 * DAY, until=START + 120 * DAY),
        Shown(since=START + 300 * DAY, until=START + 400 * DAY),
    ],
)
def test_no_window_reaches_into_the_future(shown: Shown) -> None:
    """What was asked for keeps its length and ends now."""
    for first in (START, NOW):
        window = window_asked(shown, CaptureSpan(1, first, NOW), NOW, NOW)
        assert window.end == NOW
        assert window.start < NOW
        if shown.since and shown.until:
            assert window.length == shown.until - shown.since


def test_a_window_moves_and_zooms() -> None:
    """Half its length to either side; shorter ones end where it ends."""
    assert WINDOW.moved(-0.5).start == START - 50 * DAY
    assert WINDOW.zoomed(7 * DAY).start == START + 93 * DAY


def standing(since: int, gone: int | None) -> Standing:
    """A stretch of versions."""
    return Standing(since, START + since * DAY, gone, START + gone * DAY if gone else None)


def test_a_phrase_that_wanders_is_there_all_along() -> None:
    """Stretches that touch or overlap are one; a gap stays a gap."""
    found = joined([standing(1, 3), standing(3, 5), standing(2, 4), standing(7, None)])
    assert [(one.since_number, one.gone_number) for one in found] == [(1, 5), (7, None)]


SPANS = st.tuples(st.integers(1, 20), st.integers(1, 5) | st.none()).map(
    lambda span: standing(span[0], span[0] + span[1] if span[1] else None)
)


@given(st.lists(SPANS, max_size=8))
def test_a_phrase_stands_exactly_where_one_of_its_passages_does(spans: list[Standing]) -> None:
    """Joining neither adds a version nor loses one."""

    def versions(stretches: list[Standing]) -> set[int]:
        return {n for one in stretches for n in range(one.since_number, one.gone_number or 40)}

    assert versions(list(joined(spans))) == versions(spans)


def test_a_snippet_shows_what_was_found() -> None:
    """Far into a long passage, marked, with words around and dots where it is cut."""
    text = " ".join(f"word{n}" for n in range(200)) + " the Löschung follows " + "x " * 200
    parts = snippet(text, terms("loschung"))
    assert [part.text for part in parts if part.found] == ["Löschung"]
    assert parts[0].text == parts[-1].text == "…"
    assert sum(len(part.text.split()) for part in parts) < 100
