"""Who is told of a change: at once or in a digest, by which channel, and nobody twice."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from alerts.via import Form
from clausewatch.telling.digests import queue_due_digests
from domain.alert import AlertKind
from domain.watchlist import Editor
from storage.records import Decision, OutboxItem
from tests.story.conftest import BODY, PROMISE, TOOL, Watching, page

DIGEST = Editor(email="Ed@directory.example", when="digest", hour=7, timezone="Europe/Berlin")
WEAKER = "We may use your content to train our models."
GONE = "Nothing is promised about training."


def with_editors(watching: Watching, *editors: Editor, default: tuple[Editor, ...] = ()) -> None:
    """Give the one tool other editors."""
    tool = TOOL.model_copy(update={"editors": editors})
    watchlist = watching.parts.watchlist.model_copy(update={"tools": (tool,), "editors": default})
    watching.parts = replace(watching.parts, watchlist=watchlist)


def promise_breaks(watching: Watching, *wordings: str) -> None:
    """See the page with its promise, then with each of these in its place."""
    watching.see(page(*BODY))
    for wording in wordings or (WEAKER,):
        watching.see(page(*(wording if line == PROMISE else line for line in BODY)))


def queued(watching: Watching) -> tuple[OutboxItem, ...]:
    """What is in the outbox."""
    with watching.parts.store.read() as history:
        return history.undelivered()


def test_a_digest_comes_at_the_editors_hour_and_once(watching: Watching) -> None:
    """Flagged on Thursday evening, told at seven on Friday morning in Berlin."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    assert queued(watching) == ()
    at_seven = datetime(2026, 4, 3, 5, tzinfo=UTC)
    assert queue_due_digests(watching.parts, at_seven - timedelta(minutes=1)) == 0
    assert queue_due_digests(watching.parts, at_seven) == 1
    assert queue_due_digests(watching.parts, at_seven + timedelta(minutes=1)) == 0
    (item,) = queued(watching)
    assert item.alert.kind is AlertKind.DIGEST
    assert item.alert.recipient == "Ed@directory.example"
    assert item.alert.subject == "Clausewatch, 3 April 2026: 1 criterion to re-review"
    assert "{+may+}" in item.alert.text


def test_what_waits_comes_at_the_hour_that_the_watchlist_names_now(watching: Watching) -> None:
    """The hour was moved from seven to noon after the flag was put down; later, not twice."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    with_editors(watching, DIGEST.model_copy(update={"hour": 12}))
    at_noon = datetime(2026, 4, 3, 10, tzinfo=UTC)
    assert queue_due_digests(watching.parts, at_noon - timedelta(hours=7)) == 0
    with watching.parts.store.read() as history:
        (waiting,) = history.digests_waiting()
    assert (waiting.recipient, waiting.due_at) == (DIGEST.email.casefold(), at_noon)
    assert queue_due_digests(watching.parts, at_noon - timedelta(minutes=1)) == 0
    assert queue_due_digests(watching.parts, at_noon) == 1
    with watching.parts.store.read() as history:
        assert history.digests_waiting() == ()


def test_a_worker_that_slept_makes_one_digest_of_all(watching: Watching) -> None:
    """Three days without a worker are one mail, not three."""
    with_editors(watching, DIGEST)
    promise_breaks(watching, WEAKER, GONE)
    assert queue_due_digests(watching.parts, datetime(2026, 4, 9, 12, tzinfo=UTC)) == 1
    (item,) = queued(watching)
    assert "9 April 2026" in item.alert.subject
    assert item.alert.text.count("clausewatch review ") == 2


def test_a_flag_that_comes_after_the_digest_waits_for_the_next_day(watching: Watching) -> None:
    """There is one digest a day; what is too late for it is not lost in its message id."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    noon = datetime(2026, 4, 9, 12, tzinfo=UTC)
    queue_due_digests(watching.parts, noon)
    watching.see(page(*(GONE if line == PROMISE else line for line in BODY)))
    assert queue_due_digests(watching.parts, noon) == 0
    assert queue_due_digests(watching.parts, datetime(2026, 4, 10, 4, 59, tzinfo=UTC)) == 0
    assert queue_due_digests(watching.parts, datetime(2026, 4, 10, 5, tzinfo=UTC)) == 1
    first, second = (item.alert for item in queued(watching))
    assert first.message_id != second.message_id
    assert "{+may+}" not in second.text


def test_workers_that_wake_at_the_same_hour_make_one_digest(watching: Watching) -> None:
    """Whoever comes second finds it made; nothing is covered by a mail that is not there."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    noon = datetime(2026, 4, 9, 12, tzinfo=UTC)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: queue_due_digests(watching.parts, noon), range(4)))
    assert sorted(made) == [0, 0, 0, 1]
    assert len(queued(watching)) == 1


def test_what_was_decided_meanwhile_is_left_out(watching: Watching) -> None:
    """A decided flag is no news; a digest of nothing is not sent."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    with watching.parts.store.work() as work:
        work.record_review(work.flags()[0].id, Decision.CONFIRMED, "ed", watching.clock.now)
    assert queue_due_digests(watching.parts, datetime(2026, 4, 9, tzinfo=UTC)) == 0
    assert queued(watching) == ()


def test_what_waits_for_somebody_who_left_goes_to_who_edits_now(watching: Watching) -> None:
    """A flag is told to somebody, whoever edits the tool by then."""
    with_editors(watching, DIGEST)
    promise_breaks(watching)
    with_editors(watching, Editor(email="new@directory.example"))
    noon = datetime(2026, 4, 9, 12, tzinfo=UTC)
    queue_due_digests(watching.parts, noon)
    queue_due_digests(watching.parts, noon)
    (item,) = queued(watching)
    assert item.alert.recipient == "new@directory.example"


def test_who_minds_another_criterion_is_not_told_and_the_desk_is(watching: Watching) -> None:
    """A flag that no editor of the tool minds goes to those of the file."""
    with_editors(
        watching,
        Editor(email="dpa@directory.example", criteria=("dpa",)),
        default=(Editor(email="desk@directory.example"),),
    )
    promise_breaks(watching)
    assert [item.alert.recipient for item in queued(watching)] == ["desk@directory.example"]


def test_what_is_less_pressing_than_asked_for_is_listed_and_not_sent(watching: Watching) -> None:
    """The flag is there for whoever looks."""
    with_editors(watching, Editor(email="ed@directory.example", from_priority="evidence"))
    lines = [*BODY, "We may also train our own models on content that you share in public."]
    watching.see(page(*BODY))
    watching.see(page(*lines))
    with watching.parts.store.read() as history:
        priorities = [flag.flag.priority.name for flag in history.flags()]
    assert priorities
    assert "EVIDENCE" not in priorities
    assert queued(watching) == ()


def test_each_channel_gets_its_own_form_and_a_chat_is_told_once(watching: Watching) -> None:
    """Two editors of one chat make one message; a program gets values, at once."""
    watching.parts = replace(watching.parts, forms={"team": Form.CHAT, "desk-system": Form.WEBHOOK})
    with_editors(
        watching,
        Editor(email="ed@directory.example", channels=("mail", "team")),
        Editor(email="eva@directory.example", channels=("team",)),
        Editor(email="it@directory.example", when="digest", channels=("desk-system",)),
    )
    promise_breaks(watching)
    alerts = {item.alert.channel: item.alert for item in queued(watching)}
    assert len(queued(watching)) == 3
    assert alerts["mail"].html
    assert "<" not in alerts["team"].text
    assert "{+may+}" in alerts["team"].text
    told = json.loads(alerts["desk-system"].text)
    assert (told["event"], told["tool"]["id"]) == ("change", "tool")
    assert told["flags"][0]["criterion"] == "no_training"
    assert told["id"] == alerts["desk-system"].message_id


def test_a_later_change_names_the_flags_that_are_still_undecided(watching: Watching) -> None:
    """The mail shows the criterion once, with what waits from before."""
    with_editors(watching, Editor(email="ed@directory.example"))
    promise_breaks(watching, WEAKER, GONE)
    first, second = (item.alert.text for item in queued(watching))
    assert "Earlier changes, still to be decided" not in first
    assert "Earlier changes, still to be decided" in second
    assert "2 April 2026" in second.partition("Earlier changes")[2]


def test_editors_hear_of_a_page_that_nobody_can_read_for_two_weeks(watching: Watching) -> None:
    """Once, whatever kind of problem it is by then; and again when it can be read."""
    with_editors(watching, Editor(email="ed@directory.example"))
    watching.see(page(*BODY))
    for day in range(20):
        status = 500 if day % 5 else 403
        watching.see(page("Sorry, something went wrong."), status=status)
        watching.see(page("Sorry, something went wrong."), status=status)
    to_ed = [item.alert for item in queued(watching) if item.alert.recipient.startswith("ed@")]
    assert [alert.kind for alert in to_ed] == [AlertKind.UNREADABLE]
    assert "Example Tool" in to_ed[0].text
    watching.see(page(*BODY))
    watching.see(page(*BODY))
    to_ed = [item.alert for item in queued(watching) if item.alert.recipient.startswith("ed@")]
    assert [alert.kind for alert in to_ed] == [AlertKind.UNREADABLE, AlertKind.RECOVERED]
