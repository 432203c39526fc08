"""The outbox: queued once, claimed by one, delivered at least once."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.alert import Alert, AlertKind
from domain.errors import NotFoundError
from storage.outbox import CLAIM
from storage.records import Backlog
from storage.store import Store
from tests.storage.samples import HOUR, NOON, alert

MINUTE = timedelta(minutes=1)


def test_an_alert_comes_back_whole(store: Store) -> None:
    """What is delivered is what was queued."""
    with store.work() as work:
        number = work.queue(alert(), NOON)
        (claimed,) = work.claim_alerts(NOON)
    assert (claimed.id, claimed.alert, claimed.tries) == (number, alert(), 0)


def test_the_same_message_is_queued_once(store: Store) -> None:
    """Its id says that it is the same, whatever became of it."""
    with store.work() as work:
        number = work.queue(alert(), NOON)
        work.mark_delivered(number, NOON)
    with store.work() as work:
        assert work.queue(alert(), NOON + HOUR) == number
        assert work.claim_alerts(NOON + HOUR) == []


def test_alerts_of_a_failed_check_are_not_queued(store: Store) -> None:
    """The outbox belongs to the transaction of what it tells of."""
    with pytest.raises(NotFoundError), store.work() as work:
        work.mark_delivered(work.queue(alert(), NOON) + 1, NOON)
    with store.read() as history:
        assert history.undelivered() == ()


def test_the_longest_waiting_come_first(store: Store) -> None:
    """As many as asked for, and none before its time."""
    with store.work() as work:
        work.queue(alert(2), NOON + HOUR)
        work.queue(alert(1), NOON)
        work.queue(alert(3), NOON + 3 * HOUR)
    with store.work() as work:
        assert [one.alert for one in work.claim_alerts(NOON + HOUR, 1)] == [alert(1)]
        assert [one.alert for one in work.claim_alerts(NOON + HOUR)] == [alert(2)]
        assert work.claim_alerts(NOON + HOUR) == []


def test_a_claim_that_came_to_nothing_runs_out(store: Store) -> None:
    """Whoever claimed it may have died before sending."""
    with store.work() as work:
        work.queue(alert(), NOON)
        work.claim_alerts(NOON)
    with store.work() as work:
        assert work.claim_alerts(NOON + CLAIM / 2) == []
        assert len(work.claim_alerts(NOON + CLAIM)) == 1


def test_a_failure_is_tried_again_until_it_is_given_up(store: Store) -> None:
    """It stays in sight all the time, and can be taken up again."""
    with store.work() as work:
        number = work.queue(alert(), NOON)
        work.claim_alerts(NOON)
        work.mark_failed(number, NOON, "no answer", NOON + HOUR)
        assert work.claim_alerts(NOON + HOUR / 2) == []
        (second,) = work.claim_alerts(NOON + HOUR)
        assert (second.tries, second.last_error) == (1, "no answer")
        work.mark_failed(number, NOON + HOUR, "refused\x00")
        assert work.claim_alerts(NOON + 99 * HOUR) == []
        (shown,) = work.undelivered()
        assert (shown.given_up_at, shown.tries) == (NOON + HOUR, 2)
        assert work.retry_given_up(NOON + 2 * HOUR) == 1
        (third,) = work.claim_alerts(NOON + 2 * HOUR)
        assert (third.id, third.tries) == (number, 0)
        work.mark_delivered(number, NOON + 2 * HOUR)
        assert work.undelivered() == ()
        assert work.claim_alerts(NOON + 99 * HOUR) == []


def test_the_backlog_says_how_many_wait_since_when_and_why(store: Store) -> None:
    """In one line, whatever the number; nothing when all is delivered."""
    with store.work() as work:
        assert work.backlog() is None
        first, second, third = (work.queue(alert(n), NOON + n * HOUR) for n in range(3))
        assert work.backlog() == Backlog(3, NOON, 0, NOON)
        assert work.put_off_channel(first, NOON + 3 * HOUR, "down", NOON + 4 * HOUR)
        assert not work.put_off_channel(second, NOON + 4 * HOUR, "down", NOON + 5 * HOUR)
        assert work.mark_failed(third, NOON + 5 * HOUR, "550 no")
        reasons = ("550 no", "down")
        assert work.backlog() == Backlog(3, NOON, 1, NOON + 5 * HOUR, reasons)
        work.mark_delivered(first, NOON)
        work.mark_delivered(second, NOON)
        assert work.backlog() == Backlog(1, NOON + 2 * HOUR, 1, None, ("550 no",))


def test_putting_a_channel_off_leaves_other_channels_and_what_was_given_up(store: Store) -> None:
    """And whoever has to wait for longer for a reason of their own."""
    with store.work() as work:
        mine, later, lost = (work.queue(alert(n), NOON) for n in range(3))
        chat = work.queue(replace(alert(3), channel="team"), NOON)
        work.mark_failed(later, NOON, "full", NOON + 9 * HOUR)
        work.mark_failed(lost, NOON, "550")
        work.put_off_channel(mine, NOON, "down", NOON + HOUR)
        found = {one.id: (one.next_try_at, one.tries, one.last_error) for one in work.undelivered()}
    assert found[mine] == (NOON + HOUR, 0, "down")
    assert found[later] == (NOON + 9 * HOUR, 1, "full")
    assert found[lost] == (NOON, 1, "550")
    assert found[chat] == (NOON, 0, "")


def news(number: int, kind: AlertKind, source_id: str = "terms") -> Alert:
    """An alert of how a source stands."""
    return replace(alert(number), kind=kind, source_id=source_id)


def sent(store: Store, minutes: int) -> list[str]:
    """Deliver, one by one, all that is due some minutes after noon; return the message ids."""
    at, ids = NOON + minutes * MINUTE, []
    with store.work() as work:
        while claimed := work.claim_alerts(at, 1):
            work.mark_delivered(claimed[0].id, at)
            ids.append(claimed[0].alert.message_id)
    return ids


def test_how_a_source_stands_is_told_in_order(store: Store) -> None:
    """Whoever hears "recovered" last believes it: no later problem passes one that waits."""
    stands = (AlertKind.PROBLEM, AlertKind.RECOVERED, AlertKind.PROBLEM, AlertKind.REMINDER)
    alerts = [news(number, kind) for number, kind in enumerate(stands)]
    with store.work() as work:
        first, *_ = (work.queue(one, NOON + number * MINUTE) for number, one in enumerate(alerts))
        work.mark_failed(first, NOON, "greylisted", NOON + HOUR)
    assert sent(store, 30) == []
    assert sent(store, 60) == [one.message_id for one in alerts]


def test_what_was_given_up_holds_back_no_later_news(store: Store) -> None:
    """Nobody would ever hear of the source again."""
    with store.work() as work:
        lost = work.queue(news(1, AlertKind.PROBLEM), NOON)
        work.queue(news(2, AlertKind.RECOVERED), NOON)
        work.mark_failed(lost, NOON, "550")
    assert sent(store, 1) == ["<2@example.org>"]


def test_only_news_of_the_same_source_for_the_same_recipient_waits(store: Store) -> None:
    """Others hear of it at once, and so does who is told what changed."""
    later = (
        news(2, AlertKind.RECOVERED, "privacy"),
        replace(news(3, AlertKind.RECOVERED), recipient="other@example.org"),
        replace(news(4, AlertKind.RECOVERED), channel="team"),
        alert(5),
    )
    with store.work() as work:
        held = work.queue(news(1, AlertKind.PROBLEM), NOON)
        work.mark_failed(held, NOON, "greylisted", NOON + HOUR)
        for one in later:
            work.queue(one, NOON)
    assert sent(store, 1) == [one.message_id for one in later]


def test_two_workers_never_claim_the_same_alert(store: Store) -> None:
    """Nobody gets two mails because two were sending."""
    with store.work() as work:
        for number in range(40):
            work.queue(alert(number), NOON)
    claimed: list[int] = []
    start = threading.Barrier(2)

    def claim() -> None:
        start.wait()
        for _ in range(30):
            with store.work() as work:
                claimed.extend(one.id for one in work.claim_alerts(NOON, 3))

    threads = [threading.Thread(target=claim) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(claimed) == len(set(claimed)) == 40


def test_an_unknown_alert_is_not_found(store: Store) -> None:
    """Nothing can be noted about what is not there."""
    with store.work() as work, pytest.raises(NotFoundError, match="alert 5"):
        work.mark_delivered(5, NOON)
