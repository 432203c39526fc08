"""A process that is killed between any two steps of telling loses nothing."""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from alerts.channels.smtp import SmtpChannel
from alerts.links import Links
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.telling.delivering import post
from clausewatch.watchlist import builtin_criteria
from domain.alert import Alert
from domain.watchlist import Editor, Watchlist
from storage.store import Store
from tests.alerts.mail_server import HOST, Mailbox, serving
from tests.story.conftest import BODY, PROMISE, SOURCE, TOOL, Watching, page

EDITORS = (
    Editor(email="now@directory.example"),
    Editor(email="daily@directory.example", when="digest"),
)
DUE = datetime(2026, 4, 4, 9, tzinfo=UTC)
WEAKER = "We may use your content to train our models."


@dataclass
class Steps:
    """Counts what a process does, and ends it before a certain step."""

    last: int
    taken: int = 0

    def take(self, *_: Any, **__: Any) -> None:
        """Be killed here if it is time: no clean-up, no rollback, no goodbye."""
        self.taken += 1
        if self.taken >= self.last:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Stepping:
    """A channel whose every delivery is a step, before and after."""

    channel: SmtpChannel
    steps: Steps

    def send(self, alert: Alert) -> None:
        """Send, and be killed before or after it."""
        self.steps.take()
        self.channel.send(alert)
        self.steps.take()


def parts_of(file: Path) -> Parts:
    """The parts of a Clausewatch with this store."""
    watchlist = Watchlist(
        tools=(TOOL.model_copy(update={"editors": EDITORS}),),
        sources=(SOURCE,),
        criteria=builtin_criteria(),
    )
    return Parts(Store(f"sqlite:///{file}"), watchlist, shipped_model(), Links())


def mail(port: int) -> SmtpChannel:
    """A channel to the server of the test."""
    return SmtpChannel(host=HOST, port=port, sender="watch@directory.example", security="none")


def killed(file: Path, port: int, step: int) -> bool:
    """Tell what is due in a process that is killed before a step; False when it ended first."""
    child = os.fork()
    if child == 0:
        steps = Steps(step)
        event.listen(Engine, "before_cursor_execute", steps.take)
        event.listen(Engine, "commit", steps.take)
        post(parts_of(file), {"mail": Stepping(mail(port), steps)}, lambda: DUE)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


@pytest.fixture
def flagged(tmp_path: Path) -> Path:
    """A store in which a promise broke: one mail waits, and one flag for a digest."""
    file = tmp_path / "flagged.sqlite3"
    parts = parts_of(file)
    parts.store.migrate()
    watching = Watching(parts)
    watching.see(page(*BODY))
    watching.see(page(*(WEAKER if line == PROMISE else line for line in BODY)))
    parts.store.close()
    return file


def test_nothing_is_lost_and_nobody_gets_two_different_mails(flagged: Path, tmp_path: Path) -> None:
    """Wherever the process dies, the next one tells the rest; a repeat has the same id."""
    mailbox = Mailbox()
    repeats: Counter[str] = Counter()
    with serving(mailbox) as port:
        step, goes_on = 0, True
        while goes_on:
            step += 1
            mailbox.received.clear()
            file = tmp_path / f"step-{step}.sqlite3"
            shutil.copy(flagged, file)
            goes_on = killed(file, port, step)
            parts = replace(parts_of(file))
            post(parts, {"mail": mail(port)}, lambda: DUE + timedelta(hours=1))
            with parts.store.read() as history:
                assert history.undelivered() == (), step
            parts.store.close()
            copies = Counter((one["To"], one["Message-ID"]) for one in mailbox.received)
            assert {to for to, _ in copies} == {editor.email for editor in EDITORS}, step
            assert len(copies) == len(EDITORS), step
            assert len({one["Subject"] for one in mailbox.received}) == len(EDITORS), step
            repeats.update(to for (to, _), count in copies.items() if count > 1)
    # Between the server's yes and our note of it lies the one gap that repeats a mail.
    assert step > 20
    assert set(repeats) == {editor.email for editor in EDITORS}


def test_a_check_that_is_killed_flags_and_tells_when_it_is_taken_again(
    tmp_path: Path,
) -> None:
    """Flags, mails and what waits for a digest come into the store together, or not yet."""
    step, goes_on = 0, True
    while goes_on:
        step += 3  # a check has some hundred steps
        file = tmp_path / f"check-{step}.sqlite3"
        parts = parts_of(file)
        parts.store.migrate()
        watching = Watching(parts)
        watching.see(page(*BODY))
        parts.store.close()
        goes_on = _killed_while_checking(file, step)
        parts = parts_of(file)
        with parts.store.read() as history:
            told = (len(history.undelivered()), len(history.digest_recipients(DUE)))
            flags = len(history.flags())
        assert (flags > 0, *told) in {(False, 0, 0), (True, 1, 1)}, step
        _see_change(parts)
        with parts.store.read() as history:
            assert len(history.undelivered()) == 1, step
            assert len(history.digest_recipients(DUE)) == 1, step
        parts.store.close()


def test_a_capture_that_was_stored_is_never_lost(tmp_path: Path) -> None:
    """The page has gone back when the next process looks: what was stored is told all the same."""
    step, goes_on, stored = 0, True, set[bool]()
    while goes_on:
        step += 5
        file = tmp_path / f"left-{step}.sqlite3"
        parts = parts_of(file)
        parts.store.migrate()
        watching = Watching(parts)
        watching.see(page(*BODY))
        parts.store.close()
        goes_on = _killed_while_checking(file, step)
        parts = watching.parts = parts_of(file)
        with parts.store.read() as history:
            was_stored = len(history.captures(SOURCE.id)) > 1
            was_read = len(history.versions(SOURCE.id)) > 1
        watching.clock.later()
        watching.see(page(*BODY))
        with parts.store.read() as history:
            assert (len(history.flags()) > 0) == was_stored, step
            assert len(history.undelivered()) == was_stored, step
        stored.add(was_stored and not was_read)
        parts.store.close()
    assert stored == {False, True}


def _see_change(parts: Parts) -> None:
    watching = Watching(parts)
    watching.clock.later()
    watching.see(page(*(WEAKER if line == PROMISE else line for line in BODY)))


def _killed_while_checking(file: Path, step: int) -> bool:
    child = os.fork()
    if child == 0:
        steps = Steps(step)
        event.listen(Engine, "before_cursor_execute", steps.take)
        event.listen(Engine, "commit", steps.take)
        _see_change(parts_of(file))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)
