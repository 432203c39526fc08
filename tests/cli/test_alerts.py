"""`clausewatch alerts`: what waits is shown, tried again, tested; feeds are written."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from clausewatch.settings import Settings
from clausewatch.telling.channels import build_channels
from domain.errors import ConfigurationError
from tests.alerts.letters import alert_of
from tests.alerts.test_delivery import START
from tests.cli.conftest import Run
from tests.cli.promise import WATCHLIST, parts_of, see
from tests.story.conftest import PROMISE, page

EDITORS = """\
editors:
  - email: ada@directory.example
    summary: never
"""

HOUR = timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a watchlist whose one editor is Ada; no mail server is set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAUSEWATCH_STORE", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    (tmp_path / "watchlist.yaml").write_text(EDITORS + WATCHLIST)
    return tmp_path


def promise_breaks(folder: Path) -> None:
    """See the page with its promise and then without it."""
    see(folder, PROMISE, 8)
    see(folder, "We may use your content to train our models.", 12)


def test_what_waits_is_listed_and_sent_by_another_try(run: Run, folder: Path) -> None:
    """Without a mail server it waits; with an outbox folder it goes."""
    promise_breaks(folder)
    listed = json.loads(run("alerts", "list", "--format", "json"))
    assert (listed["recipient"], listed["tries"]) == ("ada@directory.example", 0)
    assert "to ada@directory.example" in run("alerts", "list")
    (folder / "clausewatch.toml").write_text('outbox = "mails"\n')
    assert "1 alert sent to mails" in run("alerts", "retry")
    assert len(list((folder / "mails").glob("*.eml"))) == 1
    assert run("alerts", "list") == "everything was delivered\n"


def test_what_was_given_up_is_shown_with_the_reason_and_tried_again(run: Run, folder: Path) -> None:
    """Nothing is ever thrown away."""
    parts = parts_of(folder)
    with parts.store.work() as work:
        number = work.queue(alert_of(), START)
        work.mark_failed(number, START, "550 no such user", None)
    assert (
        "last tried at 2026-08-01 07:30: 550 no such user; given up on 2026-08-01 07:30"
    ) in run("alerts", "list")
    (folder / "clausewatch.toml").write_text('outbox = "mails"\n')
    assert "tried again" in run("alerts", "retry")
    assert run("alerts", "list") == "everything was delivered\n"


def test_what_waits_for_a_digest_is_listed_with_its_time(run: Run, folder: Path) -> None:
    """Else it would look as if everything had been delivered."""
    file = folder / "watchlist.yaml"
    file.write_text(
        file.read_text().replace("summary: never\n", "summary: never\n    when: digest\n")
    )
    promise_breaks(folder)
    listed = run("alerts", "list")
    assert "1 flag for the digest of ada@directory.example, due at 2" in listed
    assert "everything else was delivered" in listed
    shown = json.loads(run("alerts", "list", "--format", "json"))
    assert (shown["kind"], shown["flags"]) == ("digest", 1)


@pytest.mark.parametrize("command", [("capture", "privacy", "page.html"), ("alerts", "retry")])
def test_a_command_that_could_not_send_its_alerts_says_so(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    """By its exit code, too: a script must not take it for done."""
    promise_breaks(folder)
    (folder / "mails").touch()  # a file where the folder of the outbox should be
    (folder / "clausewatch.toml").write_text('outbox = "mails"\n')
    (folder / "page.html").write_bytes(page("We may use your content to train our models."))
    said = run(*command, code=1)
    assert "not sent yet" in said
    assert "cannot write to" in said


def test_an_old_error_is_told_with_its_time(run: Run, folder: Path) -> None:
    """The server that it names may no longer be the one that is set."""
    with parts_of(folder).store.work() as work:
        number = work.queue(alert_of(), START)
        work.put_off_channel(number, START, "no answer of mail.old.example", START + HOUR)
    assert (
        "last tried at 2026-08-01 07:30: no answer of mail.old.example; "
        "tried again at 2026-08-01 08:30"
    ) in run("alerts", "list")
    listed = json.loads(run("alerts", "list", "--format", "json"))
    assert listed["tried_at"] == START.isoformat()


def test_a_sample_goes_to_an_editor_by_each_channel(run: Run, folder: Path) -> None:
    """Before the first real alert, one sees that it would arrive."""
    assert "set smtp.host" in run("alerts", "test", "ada@directory.example", code=2)
    (folder / "clausewatch.toml").write_text('outbox = "mails"\n')
    assert "mail: sent to ada@" in run("alerts", "test", "ADA@directory.example")
    (mail,) = (folder / "mails").glob("*.html")
    assert "This is a sample" in mail.read_text(encoding="utf-8-sig")
    assert "there are: ada@" in run("alerts", "test", "bob@directory.example", code=2)


def test_feeds_are_written_of_all_of_each_tool_and_of_each_criterion(
    run: Run, folder: Path
) -> None:
    """And not touched again while nothing is new."""
    promise_breaks(folder)
    assert "feeds in feeds" in run("alerts", "feed", "feeds")
    for name in ("all", "tools/tool", "criteria/no_training"):
        feed = fromstring((folder / "feeds" / f"{name}.atom").read_bytes())  # noqa: S314 - ours
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) >= 1, name
    before = (folder / "feeds" / "all.atom").stat().st_mtime_ns
    run("alerts", "feed", "feeds")
    assert (folder / "feeds" / "all.atom").stat().st_mtime_ns == before


def test_a_channel_that_the_settings_lack_is_named(run: Run, folder: Path) -> None:
    """Before anything is fetched: an alert for it would wait for ever."""
    file = folder / "watchlist.yaml"
    file.write_text(file.read_text().replace(".example\n", ".example\n    channels: [team]\n", 1))
    assert "channels.team in clausewatch.toml" in run("check", code=2)
    assert "channels.team in clausewatch.toml" in run("alerts", "test", "ada@x.example", code=2)


@pytest.mark.parametrize(
    "env",
    [
        {"CLAUSEWATCH_CHANNELS": '{"crm": {"url": "https://crm.example/h", "secret": "s"}}'},
        {"CLAUSEWATCH_CHANNELS_CRM": '{"url": "https://crm.example/h", "secret": "s"}'},
        {"CLAUSEWATCH_CHANNELS_CRM": "json://127.0.0.1:9"},
    ],
)
def test_channels_come_from_the_environment_too(folder: Path, env: dict[str, str]) -> None:
    """Addresses are secrets, and secrets often stand there."""
    assert list(build_channels(Settings.load(env, folder))) == ["crm"]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('crm = "https://crm.example/t0ken"', "a webhook needs a secret"),
        ('crm = {url = "http://[::1/t0ken", secret = "s"}', "url is no web address"),
        ('crm = {url = "https://u:t0ken@a..b/", secret = "s"}', "its host is malformed"),
        ('mail = "json://x"', "mail is taken"),
        ('team = "carrierpigeon://t0ken"', "the address of the channel team is none"),
        ('Team = "json://t0ken"', "Team"),
    ],
)
def test_a_wrong_channel_is_named_and_its_address_is_not(
    folder: Path, toml: str, words: str
) -> None:
    """What is shown may land in a log."""
    (folder / "clausewatch.toml").write_text(f"[channels]\n{toml}\n")
    with pytest.raises(ConfigurationError) as caught:
        build_channels(Settings.load({}, folder))
    assert words in str(caught.value)
    assert "t0ken" not in str(caught.value)


def test_feeds_that_cannot_be_written_keep_no_mail_back(run: Run, folder: Path) -> None:
    """What can be sent is sent; the log says what could not be written."""
    promise_breaks(folder)
    (folder / "clausewatch.toml").write_text('outbox = "mails"\nfeeds = "watchlist.yaml/feeds"\n')
    assert "1 alert sent to mails" in run("alerts", "retry")
