"""Problems that change, come and go, and what is told of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clausewatch.checking.memories import memory_of
from clausewatch.checking.state import CONFIRM_AFTER
from clausewatch.checking.troubles import when_told
from clausewatch.history.past import entries_of
from clausewatch.running.unwatched import close_problems_of_the_unwatched
from crawler.batches import next_due
from domain.alert import AlertKind
from domain.capture import FetchFailure
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Editor, Source
from storage.records import Ended, StoredProblem
from tests.story.conftest import BODY, Watching, page

WORDS = Sentence("It cannot be had.", "Es ist nicht zu haben.")


def fail(watching: Watching, kind: ProblemKind = ProblemKind.UNREACHABLE) -> list[str]:
    """Check a fetch that failed; return what happened."""
    failure = FetchFailure("privacy", watching.clock.later(), Problem(kind, WORDS, WORDS))
    return watching.events(watching.take(failure))


def keepers_were_told(watching: Watching) -> list[AlertKind]:
    """Return what was queued for the keeper, in order."""
    with watching.parts.store.read() as history:
        return [
            item.alert.kind
            for item in history.undelivered()
            if item.alert.recipient == "keeper@directory.example"
        ]


def problems(watching: Watching, *, open_only: bool = True) -> tuple[StoredProblem, ...]:
    """Return the problems in the store."""
    with watching.parts.store.read() as history:
        return history.problems(open_only=open_only)


def test_a_problem_that_becomes_another_is_shown_as_what_it_is(watching: Watching) -> None:
    """The new kind takes over at once; nobody is told a second time that it opened."""
    watching.see(page(*BODY))
    fail(watching)
    fail(watching)
    assert fail(watching, ProblemKind.BLOCKED) == ["note"]
    assert [one.problem.kind for one in problems(watching)] == [ProblemKind.BLOCKED]
    lives = [(one.problem.kind, one.closed_at) for one in problems(watching, open_only=False)]
    assert lives == [
        (ProblemKind.UNREACHABLE, watching.clock.now),
        (ProblemKind.BLOCKED, None),
    ]
    watching.see(page(*BODY))
    assert keepers_were_told(watching) == [AlertKind.PROBLEM, AlertKind.RECOVERED]


def test_the_reminder_counts_from_when_the_trouble_began(watching: Watching) -> None:
    """Two kinds that take turns are one trouble: it is brought to mind after a week."""
    watching.see(page(*BODY))
    for number in range(20):
        fail(watching, (ProblemKind.BLOCKED, ProblemKind.ERROR_PAGE)[number % 2])
    told = keepers_were_told(watching)
    assert told == [AlertKind.PROBLEM, AlertKind.REMINDER]


def test_editors_hear_once_of_a_page_that_is_unreadable_in_turns(watching: Watching) -> None:
    """A second kind of trouble does not make a second mail."""
    watchlist = watching.parts.watchlist.model_copy(update={"keepers": ()})
    watching.parts = replace(
        watching.parts, watchlist=watchlist, unreadable_after=timedelta(days=3)
    )
    watching.see(page(*BODY))
    for number in range(20):
        fail(watching, (ProblemKind.BLOCKED, ProblemKind.ERROR_PAGE)[number % 2])
    with watching.parts.store.read() as history:
        told = [item.alert.recipient for item in history.undelivered()]
    assert sorted(told) == ["ed@directory.example", "eva@directory.example"]


def test_the_problem_of_a_source_that_nobody_watches_any_more_is_closed(
    watching: Watching,
) -> None:
    """No good capture would ever close it; the life of the source says why it was closed."""
    watching.see(page(*BODY))
    fail(watching)
    fail(watching)
    told = keepers_were_told(watching)
    emptied = watching.parts.watchlist.model_copy(update={"sources": (), "tools": ()})
    at = watching.clock.later()
    with watching.parts.store.work() as work:
        close_problems_of_the_unwatched(work, watching.parts.watchlist, at)
        assert len(work.problems()) == 1
        close_problems_of_the_unwatched(work, emptied, at)
    assert problems(watching) == ()
    assert [one.ended for one in problems(watching, open_only=False)] == [Ended.UNWATCHED]
    assert keepers_were_told(watching) == told
    latest = entries_of(watching.parts.store, "privacy")[0]
    assert (latest.what, latest.at) == ("closed", at)
    assert "no longer in the watchlist" in latest.detail


def test_a_problem_that_comes_and_goes_is_told_once(watching: Watching) -> None:
    """Each time it is in the store and on the screen; mails are for what lasts."""
    watching.see(page(*BODY))
    for again in range(10):
        note = ["note"] if again else []  # which says when it is told
        assert [fail(watching), fail(watching)] == [[], ["problem", *note]]
        assert watching.events(watching.see(page(*BODY))) == ["recovered"]
    assert len(problems(watching, open_only=False)) == 10
    assert keepers_were_told(watching) == [AlertKind.PROBLEM, AlertKind.RECOVERED]


def test_a_problem_that_came_back_is_told_once_it_lasts(watching: Watching) -> None:
    """Four intervals later; its end, too, once the page has stayed good for as long."""
    watching.source = watching.source.model_copy(update={"every": timedelta(hours=12)})
    watching.see(page(*BODY))
    for bad in (2, 6):
        for _ in range(bad):
            fail(watching)
        watching.see(page(*BODY))
    known = [AlertKind.PROBLEM, AlertKind.RECOVERED, AlertKind.PROBLEM]
    assert keepers_were_told(watching) == known
    assert problems(watching) == ()
    for _ in range(4):
        watching.see(page(*BODY))
    assert keepers_were_told(watching) == [*known, AlertKind.RECOVERED]
    with watching.parts.store.read() as history:
        last = history.undelivered()[-1].alert
    assert last.recipient == Editor(email="keeper@directory.example").email


def test_when_a_problem_that_came_back_is_told_is_said(watching: Watching) -> None:
    """Whoever looks on knows that the silence is meant."""
    watching.see(page(*BODY))
    for _ in range(2):
        fail(watching)
        fail(watching)
        began = watching.clock.now
        with watching.parts.store.read() as history:
            said = when_told(memory_of(history.state("privacy")).lapses, watching.source)
        watching.see(page(*BODY))
    then = began + 4 * watching.source.every
    assert said == f"came back soon: told at {then:%Y-%m-%d %H:%M} UTC if it lasts"


def test_what_is_wrong_before_the_first_version_does_not_make_a_page_flip(
    watching: Watching,
) -> None:
    """Something was being set up: the first real problem is told at once."""
    refused = Problem(ProblemKind.REFUSED_ADDRESS, WORDS, WORDS, certain=True)
    watching.take(FetchFailure("privacy", watching.clock.later(), refused))
    watching.see(page(*BODY))
    known = [AlertKind.PROBLEM, AlertKind.RECOVERED]
    assert keepers_were_told(watching) == known
    fail(watching)
    fail(watching)
    assert keepers_were_told(watching) == [*known, AlertKind.PROBLEM]


def test_a_source_that_was_never_read_is_due_soon_and_then_ever_more_seldom(
    watching: Watching,
) -> None:
    """A setting is corrected within minutes; a dead address must not be hammered."""
    refused = Problem(ProblemKind.REFUSED_ADDRESS, WORDS, WORDS, certain=True)
    pauses: list[timedelta] = []
    at = watching.clock.now
    while sum(pauses, timedelta()) < timedelta(days=2):
        watching.take(FetchFailure("privacy", at, refused))
        with watching.parts.store.read() as history:
            due = history.state("privacy").next_due_at
        assert due is not None
        pauses.append(due - at)
        at = due
    assert pauses[0] == CONFIRM_AFTER
    assert pauses == sorted(pauses)
    assert timedelta(hours=10) < pauses[-1] <= watching.source.every
    assert len(pauses) < 12
    slow = FetchFailure("privacy", at, refused, retry_after=7200.0)
    watching.take(slow)
    with watching.parts.store.read() as history:
        assert history.state("privacy").next_due_at == next_due(watching.source, at)


def test_an_outage_of_our_own_is_told_as_one(watching: Watching) -> None:
    """Two mails, however many sources there are; and one for each that stays away after it."""
    names = [f"source-{number}" for number in range(6)]
    sources = [watching.source.model_copy(update={"id": name}) for name in names]
    tool = watching.parts.watchlist.tools[0].model_copy(update={"sources": tuple(names)})
    watchlist = watching.parts.watchlist.model_copy(
        update={"sources": tuple(sources), "tools": (tool,)}
    )
    watching.parts = replace(watching.parts, watchlist=watchlist)
    refused = Problem(ProblemKind.REFUSED_ADDRESS, WORDS, WORDS, certain=True)

    def all_fail(some: list[Source]) -> None:
        for source in some:
            watching.source = source
            watching.take(FetchFailure(source.id, watching.clock.later(), refused))

    all_fail(sources)
    assert keepers_were_told(watching) == [AlertKind.PROBLEM] * 2
    with watching.parts.store.read() as history:
        last = [one.alert for one in history.undelivered()][-1]
    assert "No source could be read since" in last.text
    all_fail(sources)
    assert keepers_were_told(watching) == [AlertKind.PROBLEM] * 2
    for source in sources[:-1]:
        watching.source = source
        watching.see(page(*BODY))
    told = keepers_were_told(watching)
    assert told == [AlertKind.PROBLEM] * 2 + [AlertKind.RECOVERED] * 2
    all_fail(sources[-1:])
    assert keepers_were_told(watching) == [*told, AlertKind.PROBLEM]
