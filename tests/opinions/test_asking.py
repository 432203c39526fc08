"""A pass asks about open flags, keeps what comes back, and changes nothing else."""

from __future__ import annotations

import json

import pytest

from clausewatch.opinions import asking as asking_module
from clausewatch.opinions.asking import Asking, AskingReport
from clausewatch.opinions.settings import OpinionSettings
from storage.records import Decision, StoredFlag
from storage.store import Store
from tests.opinions import endpoint_server as server
from tests.opinions.conftest import WATCHLIST, AskingOf, ids
from tests.opinions.endpoint_server import GOOD, Answering, Reply, Server, saying, serving
from tests.storage.samples import NOON


def flags_in(store: Store) -> tuple[StoredFlag, ...]:
    """Return all flags as they are stored."""
    with store.read() as history:
        return history.flags(open_only=False)


def rows_in(asked: Server) -> list[str]:
    """Return the criteria that were asked about, in order."""
    return [
        json.loads(one.body["messages"][1]["content"])["criterion"]["name"] for one in asked.asked
    ]


def test_it_is_off_unless_an_endpoint_is_named(store: Store) -> None:
    """Nobody is asked anything."""
    assert Asking(store, WATCHLIST, OpinionSettings()).ask() == AskingReport()


def test_open_flags_are_asked_about_once_the_most_pressing_first(
    store: Store, asking_of: AskingOf
) -> None:
    """The answers stand beside the flags, which are as they were."""
    before = flags_in(store)
    with serving(saying(GOOD)) as running:
        assert asking_of(running).ask() == AskingReport(answered=3)
        assert rows_in(running) == ["Row a", "Row b", "Row c"]
        assert asking_of(running).ask() == AskingReport()
        assert len(running.asked) == 3
    assert flags_in(store) == before
    with store.read() as history:
        (given,) = history.opinions(ids(store).values())[ids(store)["a"]]
    assert (given.opinion.model, given.opinion.agrees) == ("small-model", False)
    assert given.opinion.summary.de == "Nur die Liste ist anders."


def test_decided_flags_are_not_asked_about(store: Store, asking_of: AskingOf) -> None:
    """An editor has spoken."""
    with store.work() as work:
        work.record_review(ids(store)["a"], Decision.CONFIRMED, "ada", NOON)
    with serving(saying(GOOD)) as running:
        asking_of(running).ask()
        assert rows_in(running) == ["Row b", "Row c"]


def test_another_model_is_asked_again(store: Store, asking_of: AskingOf) -> None:
    """Both are kept, each under its own name, the latest last."""
    with serving(saying(GOOD)) as running:
        first = asking_of(running)
        first.ask()
        other = first.settings.model_copy(update={"model": "large-model"})
        assert Asking(store, WATCHLIST, other).ask().answered == 3
    with store.read() as history:
        given = history.opinions([ids(store)["a"]])[ids(store)["a"]]
    assert [one.opinion.model for one in given] == ["small-model", "large-model"]


REFUSED = saying(None, refusal="No.")
TROUBLE: dict[str, tuple[Reply, int]] = {
    "a wrong key": (server.failing(401), 1),
    "a limit": (server.failing(429), 1),
    "a crash": (server.failing(500), 1),
    "silence": (server.silent, 1),
    "no JSON": (saying("Well…"), 3),
    "a refusal": (REFUSED, 3),
    "another schema": (saying({"verdict": "fine"}), 3),
    "a huge body": (server.endless, 3),
}


@pytest.mark.parametrize(("reply", "questions"), TROUBLE.values(), ids=TROUBLE.keys())
def test_trouble_changes_nothing(
    store: Store, asking_of: AskingOf, reply: Reply, questions: int
) -> None:
    """No opinion, and every flag as it was; an endpoint in trouble is asked once only."""
    before = flags_in(store)
    with serving(reply) as running:
        report = asking_of(running).ask()
        assert len(running.asked) == questions
    assert report.answered == 0
    assert bool(report.trouble) is (questions == 1)
    assert flags_in(store) == before
    with store.read() as history:
        assert history.opinions(ids(store).values()) == {}


def test_a_flag_that_brings_no_answer_is_given_up(store: Store, asking_of: AskingOf) -> None:
    """Three questions in vain; an endpoint that was down meanwhile does not count."""
    with serving(REFUSED) as running:
        for _ in range(2):
            asking_of(running).ask()
        running.reply = server.failing(503)
        asking_of(running).ask()
        running.reply = REFUSED
        asked = len(running.asked)
        assert asking_of(running).ask().unusable == 3
        assert asking_of(running).ask() == AskingReport()
        assert len(running.asked) == asked + 3
    assert len(flags_in(store)) == 3


def test_a_flag_that_only_times_out_does_not_hold_up_the_others(asking_of: AskingOf) -> None:
    """It ends its pass, and after three of them the next flag has its turn."""

    def reply(request: Answering) -> None:
        server.silent(request) if "Row a" in request.server.asked[-1].text else saying(GOOD)(
            request
        )

    with serving(reply) as running:
        reports = [asking_of(running).ask() for _ in range(4)]
    assert [report.answered for report in reports] == [0, 0, 0, 2]


def test_a_pass_is_bounded_in_number(asking_of: AskingOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left is asked about in the next."""
    monkeypatch.setattr(asking_module, "MOST_QUESTIONS", 2)
    with serving(saying(GOOD)) as running:
        assert [asking_of(running).ask().answered for _ in range(3)] == [2, 1, 0]


def test_a_pass_is_bounded_in_time(asking_of: AskingOf) -> None:
    """Here each question takes a minute of the clock."""
    minutes = iter(range(100))
    with serving(saying(GOOD)) as running:
        asking = asking_of(running)
        asking.monotonic = lambda: next(minutes) * 60.0
        assert asking.ask().answered == 1
        assert asking.ask().answered == 1


def test_a_worker_lets_a_troubled_endpoint_rest(asking_of: AskingOf) -> None:
    """A quarter of an hour, whatever the trouble."""
    now = [1000.0]
    with serving(server.failing(429)) as running:
        asking = asking_of(running)
        asking.monotonic = lambda: now[0]
        assert asking.ask_when_rested().trouble
        assert asking.ask_when_rested() == AskingReport()
        running.reply = saying(GOOD)
        now[0] += 14 * 60
        assert asking.ask_when_rested() == AskingReport()
        now[0] += 2 * 60
        assert asking.ask_when_rested().answered == 3


def test_no_transaction_is_open_while_the_endpoint_thinks(
    store: Store, asking_of: AskingOf
) -> None:
    """Others write meanwhile."""

    def reply(request: Answering) -> None:
        with store.work() as work:
            work.record_review(ids(store)["c"], Decision.NOT_RELEVANT, "ada", NOON)
        saying(GOOD)(request)

    with serving(reply) as running:
        assert asking_of(running).ask().answered == 3


def test_hostile_text_can_be_stored(store: Store, asking_of: AskingOf) -> None:
    """Markup stays text: it is escaped where it is shown."""
    said = GOOD | {"reason": "<script>alert(1)</script> \x00 [bold]x[/bold]"}
    with serving(saying(said)) as running:
        asking_of(running).ask()
    with store.read() as history:
        (given,) = history.opinions([ids(store)["a"]])[ids(store)["a"]]
    assert given.opinion.reason.startswith("<script>alert(1)</script>")
