"""What is due is delivered at least once, tried again, and given up in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alerts.delivery import (
    LONGEST_DOWN,
    PAUSES,
    SHORTEST_DOWN,
    ChannelDownError,
    NoAnswerError,
    Setback,
    deliver_due,
    next_try,
)
from alerts.links import Links
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.telling.delivering import StoreOutbox, post_and_log
from domain.alert import Alert, AlertKind
from domain.errors import DeliveryError
from domain.watchlist import Editor, Watchlist
from storage.store import Store
from tests.alerts.letters import alert_of

START = datetime(2026, 8, 1, 7, 30, tzinfo=UTC)


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        """The time it is."""
        return self.time


class Postman:
    """A channel that fails for chosen recipients, and remembers whom it served."""

    def __init__(self, **failures: Exception) -> None:
        self.failures = failures
        self.tried: list[str] = []
        self.served: list[Alert] = []

    def send(self, alert: Alert) -> None:
        """Serve, or raise what was given for the name before the at sign."""
        name = alert.recipient.partition("@")[0]
        self.tried.append(name)
        if name in self.failures:
            raise self.failures[name]
        self.served.append(alert)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store with three alerts in its outbox, to ada, bob and eve."""
    made = Store(store_url)
    made.migrate()
    with made.work() as work:
        for name in ("ada", "bob", "eve"):
            work.queue(alert_of(editor=Editor(email=f"{name}@directory.example")), START)
    yield made
    made.close()


def test_each_alert_is_delivered_once(store: Store) -> None:
    """What is delivered is not due again."""
    postman, clock = Postman(), Clock()
    report = deliver_due(StoreOutbox(store), postman, clock)
    again = deliver_due(StoreOutbox(store), postman, clock)
    assert postman.tried == ["ada", "bob", "eve"]
    assert (len(report.delivered), report.put_off, report.given_up) == (3, (), ())
    assert again.delivered == ()


def test_one_failure_does_not_stop_the_others(store: Store) -> None:
    """Bob waits, Eve has her mail."""
    postman = Postman(bob=DeliveryError("451 later"))
    report = deliver_due(StoreOutbox(store), postman, Clock())
    assert [alert.recipient[:3] for alert in postman.served] == ["ada", "eve"]
    assert len(report.put_off) == 1
    with store.read() as history:
        (item,) = history.undelivered()
    assert (item.last_error, item.next_try_at) == ("451 later", START + PAUSES[0])


def test_an_alert_is_tried_after_each_pause_and_then_given_up(store: Store) -> None:
    """Greylisting ends in minutes, a broken server in days, a dead one never."""
    postman, clock = Postman(bob=DeliveryError("421 busy")), Clock()
    deliver_due(StoreOutbox(store), postman, clock)
    for pause in PAUSES:
        clock.time += pause - timedelta(seconds=1)
        assert deliver_due(StoreOutbox(store), postman, clock).put_off == ()
        clock.time += timedelta(seconds=1)
        report = deliver_due(StoreOutbox(store), postman, clock)
    assert postman.tried.count("bob") == len(PAUSES) + 1
    assert len(report.given_up) == 1
    clock.time += timedelta(days=30)
    assert deliver_due(StoreOutbox(store), postman, clock).put_off == ()
    with store.read() as history:
        assert len(history.undelivered()) == 1


def test_what_was_given_up_can_be_delivered_later(store: Store) -> None:
    """It stays in the outbox, complete, under the same message id."""
    clock = Clock()
    refused = Postman(bob=DeliveryError("550 no such user", permanent=True))
    assert len(deliver_due(StoreOutbox(store), refused, clock).given_up) == 1
    with store.work() as work:
        work.retry_given_up(clock.time)
    postman = Postman()
    deliver_due(StoreOutbox(store), postman, clock)
    assert postman.served == [alert_of(editor=Editor(email="bob@directory.example"))]


def test_a_channel_that_is_down_costs_nobody_a_try(store: Store) -> None:
    """A night without a mail server: one connection, and everybody waits untried."""
    postman, clock = Postman(ada=ChannelDownError("connection refused")), Clock()
    report = deliver_due(StoreOutbox(store), postman, clock)
    assert postman.tried == ["ada"]
    assert report.setbacks == (Setback("mail", "connection refused", START + SHORTEST_DOWN),)
    with store.read() as history:
        kept = [(item.tries, item.last_error) for item in history.undelivered()]
    assert kept == [(0, "connection refused")] * 3
    postman.failures.clear()
    clock.time += SHORTEST_DOWN
    assert len(deliver_due(StoreOutbox(store), postman, clock).delivered) == 3


def test_a_channel_that_is_down_for_weeks_loses_no_alert(store: Store) -> None:
    """It is asked ever more seldom, and all alerts go out soon after it is back."""
    postman, clock = Postman(), Clock()
    postman.failures = dict.fromkeys(("ada", "bob", "eve"), ChannelDownError("login refused"))
    news: list[Setback] = []
    while clock.time < START + timedelta(days=21):
        news += deliver_due(StoreOutbox(store, "mail"), postman, clock).setbacks
        clock.time += timedelta(minutes=10)
    assert len(news) == 1, "the same reason is told once"
    assert len(postman.tried) <= 21 * 48 + 10
    postman.failures.clear()
    clock.time += LONGEST_DOWN
    deliver_due(StoreOutbox(store, "mail"), postman, clock)
    assert [alert.recipient[:3] for alert in postman.served] == ["ada", "bob", "eve"]
    with store.read() as history:
        assert history.undelivered() == ()


def test_a_reason_is_told_once_and_again_when_it_is_another(store: Store) -> None:
    """Not once per try and alert; that an alert is given up is news by itself."""
    postman, clock = Postman(), Clock()
    postman.failures = dict.fromkeys(("ada", "bob"), DeliveryError("451 later"))
    first = deliver_due(StoreOutbox(store), postman, clock).setbacks
    assert first == (Setback("mail", "451 later", START + PAUSES[0]),)
    clock.time += PAUSES[0]
    assert deliver_due(StoreOutbox(store), postman, clock).setbacks == ()
    clock.time += PAUSES[1]
    postman.failures = dict.fromkeys(("ada", "bob"), DeliveryError("550 no", permanent=True))
    assert deliver_due(StoreOutbox(store), postman, clock).setbacks == (
        Setback("mail", "550 no", None),
    )


def test_an_alert_that_its_channel_chokes_on_is_given_up_and_the_others_go(store: Store) -> None:
    """It breaks off each time: the others are not kept waiting for it."""
    postman, clock = Postman(ada=NoAnswerError("the connection broke")), Clock()
    assert len(deliver_due(StoreOutbox(store), postman, clock).delivered) == 2
    for pause in PAUSES:
        clock.time += pause
        report = deliver_due(StoreOutbox(store), postman, clock)
    assert len(report.given_up) == 1


def test_a_pass_ends_when_several_alerts_in_a_row_get_no_answer(store: Store) -> None:
    """Each costs half a minute; the rest have their turn in the next pass."""
    with store.work() as work:
        for name in ("fay", "gil"):
            work.queue(alert_of(editor=Editor(email=f"{name}@directory.example")), START)
    postman = Postman()
    postman.failures = dict.fromkeys(("ada", "bob", "eve"), NoAnswerError("timed out"))
    assert deliver_due(StoreOutbox(store), postman, Clock()).delivered == ()
    assert len(deliver_due(StoreOutbox(store), postman, Clock()).delivered) == 2


def test_whatever_a_channel_raises_is_a_failed_try_of_one_alert(store: Store) -> None:
    """The others have their turn, and no secret of the message is kept."""
    postman, clock = Postman(ada=ValueError("https://user:secret@chat.example")), Clock()
    report = deliver_due(StoreOutbox(store), postman, clock)
    assert [alert.recipient[:3] for alert in postman.served] == ["bob", "eve"]
    assert len(report.put_off) == 1
    with store.read() as history:
        (item,) = history.undelivered()
    assert item.tries == 1
    assert "ValueError" in item.last_error
    assert "secret" not in item.last_error


def test_that_a_page_can_be_read_again_is_never_told_first(store_url: str) -> None:
    """The problem was put off; when both are due, or one is, they go in their order."""
    made, clock, postman = Store(store_url), Clock(), Postman()
    made.migrate()
    news = [
        replace(alert_of(), message_id=f"<{kind}@a.invalid>", kind=kind, source_id="terms")
        for kind in (AlertKind.PROBLEM, AlertKind.RECOVERED)
    ]
    name = news[0].recipient.partition("@")[0]
    with made.work() as work:
        work.queue(news[0], START)
    postman.failures = {name: DeliveryError("451 greylisted")}
    deliver_due(StoreOutbox(made, "mail"), postman, clock)
    postman.failures.clear()
    with made.work() as work:
        work.queue(news[1], START)
    assert deliver_due(StoreOutbox(made, "mail"), postman, clock).delivered == ()
    clock.time += PAUSES[0]
    assert len(deliver_due(StoreOutbox(made, "mail"), postman, clock).delivered) == 2
    assert [alert.kind for alert in postman.served] == [AlertKind.PROBLEM, AlertKind.RECOVERED]
    made.close()


def test_the_log_of_a_worker_says_once_why_alerts_wait(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever runs it has no screen to look at."""
    postman, clock = Postman(ada=ChannelDownError("login refused")), Clock()
    parts = Parts(store, Watchlist(), shipped_model(), Links())
    for _ in range(3):
        post_and_log(parts, {"mail": postman}, clock)
        clock.time += timedelta(hours=1)
    (said,) = [record.getMessage() for record in caplog.records]
    assert "mail: alerts wait" in said
    assert "login refused" in said
    assert "clausewatch alerts retry" in said


def test_a_process_that_dies_while_sending_sends_again_later(store: Store) -> None:
    """Delivered at least once, and nobody else is held up by it."""

    class Killed(BaseException):
        """The process ends here."""

    class Crashing(Postman):
        def send(self, alert: Alert) -> None:
            super().send(alert)
            raise Killed

    clock, crashing, postman = Clock(), Crashing(), Postman()
    with pytest.raises(Killed):
        deliver_due(StoreOutbox(store), crashing, clock)
    deliver_due(StoreOutbox(store), postman, clock)
    assert postman.tried == ["bob", "eve"]
    clock.time += timedelta(hours=1)
    deliver_due(StoreOutbox(store), postman, clock)
    assert crashing.served == postman.served[-1:]


def test_a_long_error_is_stored_short(store: Store) -> None:
    """A server may answer a novel."""
    postman = Postman(bob=DeliveryError("no " * 10_000))
    deliver_due(StoreOutbox(store), postman, Clock())
    with store.read() as history:
        assert len(history.undelivered()[0].last_error) <= 300


def test_a_permanent_error_is_given_up_at_once() -> None:
    """No pause makes a wrong address right."""
    assert next_try(0, DeliveryError("550", permanent=True), START) is None
    assert next_try(0, DeliveryError("450"), START) == START + timedelta(minutes=1)
