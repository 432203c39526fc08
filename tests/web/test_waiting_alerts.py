"""Alerts that were not sent are told on the start page."""

from __future__ import annotations

import pytest

from domain.alert import Alert, AlertKind
from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("2 alerts were not sent, waiting since", "clausewatch alerts retry")),
        ("de", ("2 Mitteilungen gingen nicht hinaus, wartend seit", "davon 1 nicht mehr")),
    ],
)
def test_the_start_page_says_that_alerts_wait(
    store: Store, language: str, words: tuple[str, ...]
) -> None:
    """How many, since when, why and what to do; nothing while they are on their way."""
    with store.work() as work:
        for number in range(2):
            work.queue(site_alert(number), site.NOW)
    client = visitor(store)
    client.cookies.set("clausewatch_language", language)
    assert "clausewatch alerts" not in client.get("/").text
    with store.work() as work:
        first, second = (item.id for item in work.undelivered())
        work.put_off_channel(first, site.NOW, "the login was <refused>", site.NOW + site.DAY)
        work.mark_failed(second, site.NOW, "550 no such user")
    page = client.get("/").text
    for said in (*words, "the login was &lt;refused&gt;", "550 no such user"):
        assert said in page


def test_the_start_page_says_that_nothing_sends_alerts(store: Store) -> None:
    """No worker runs, or no mail server is set: nobody has tried."""
    with store.work() as work:
        work.queue(site_alert(1), site.NOW - site.DAY)
    assert "none was tried yet; is smtp.host or outbox set" in visitor(store).get("/").text


def site_alert(number: int) -> Alert:
    """An alert that waits."""
    return Alert(
        message_id=f"<{number}@a.invalid>",
        kind=AlertKind.CHANGE,
        recipient="ada@directory.example",
        subject="s",
        text="t",
        html="",
    )
