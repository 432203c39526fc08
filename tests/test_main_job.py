"""The main job from end to end: real processes, a real site, a real mail server."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from clausewatch.demonstration.site import Site, serving
from domain.errors import StoreError
from storage.store import Store
from tests.alerts.mail_server import Mailbox, closed_port
from tests.alerts.mail_server import serving as mail_server

PATIENCE = 60.0


def clausewatch(*arguments: str, folder: Path, **settings: str) -> subprocess.Popen[str]:
    """Start `clausewatch` in a folder, its settings as CLAUSEWATCH_ variables."""
    environment = {name: value for name, value in os.environ.items() if "CLAUSEWATCH_" not in name}
    environment |= {f"CLAUSEWATCH_{name.upper()}": value for name, value in settings.items()}
    return subprocess.Popen(  # noqa: S603 - our own command with our own arguments
        [sys.executable, "-m", "clausewatch", *arguments],
        cwd=folder,
        env=environment | {"COLUMNS": "200"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def wait_until(condition: Callable[[], bool]) -> None:
    """Look again and again until something holds; fail when it does not within a minute."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.fixture
def site() -> Iterator[Site]:
    """The bundled site, serving its first edition."""
    with serving() as serving_site:
        yield serving_site


@pytest.fixture
def watched(site: Site, tmp_path: Path) -> Path:
    """A folder with a watchlist of two pages of the site."""
    (tmp_path / "watchlist.yaml").write_text(
        f"""
sources:
  - {{id: policy, url: "{site.address}/privacy", kind: privacy_policy}}
  - {{id: help, url: "{site.address}/data-location", kind: help}}
tools:
  - id: lumen
    name: Lumen
    sources: [policy, help]
    editors: [{{email: editor@directory.example}}]
    ratings:
      - criterion: no_training
        status: partly
        evidence: [{{source: policy, phrase: do not use prompts and outputs of the paid API}}]
""",
        encoding="utf-8",
    )
    return tmp_path


LOOPBACK = {"fetch_allow_private": "true", "fetch_delay": "0"}


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration is run, once for all tests of it."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(demo_folder: Path) -> str:
    """What the demonstration prints."""
    ended = clausewatch("demo", "--folder", "out", folder=demo_folder)
    said, _ = ended.communicate(timeout=2 * PATIENCE)
    assert ended.returncode == 0, said
    return said


def test_demo_tells_what_changed_and_keeps_silent_about_the_rest(
    demo: str, demo_folder: Path
) -> None:
    """Two crawls: flags and mails for three pages, silence for the two that only look new."""
    second = demo.partition("Crawl 2")[2]
    for page in ("lumen-privacy", "lumen-dpa", "lumen-subprocessors"):
        assert f"{page:<32} change" in second
    for page in ("lumen-deployment", "lumen-data-location"):
        assert f"{page:<32} -         unchanged" in second
    mails = sorted((demo_folder / "out" / "mails").glob("*.eml"))
    messages = [message_from_bytes(mail.read_bytes(), policy=policy.default) for mail in mails]
    assert {message["To"] for message in messages} == {
        "editor@directory.example",
        "redaktion@directory.example",
    }
    bodies = "".join(str(message.get_body(("plain",))) for message in messages)
    assert "90 days" in bodies
    assert "hiring" not in bodies
    with Store(f"sqlite:///{demo_folder / 'out' / 'demo.sqlite3'}").read() as history:
        assert {flag.flag.criterion for flag in history.flags()} >= {"no_training", "gdpr", "dpa"}
        assert history.problems() == ()


def test_demo_says_how_to_look_further(demo: str, demo_folder: Path) -> None:
    """By commands that work as they are printed, from the same folder."""
    *reading, serving_it = demo.partition("Look further")[2].splitlines()[1:]
    assert shlex.split(serving_it)[1] == "serve"
    for command in reading:
        ended = clausewatch(*shlex.split(command)[1:], folder=demo_folder)
        said, _ = ended.communicate(timeout=PATIENCE)
        assert ended.returncode == 0, said
        assert said.strip()
    assert sorted(path.name for path in demo_folder.iterdir()) == ["out"]


def test_the_readme_shows_what_the_demo_prints(demo: str) -> None:
    """Each page in it with all that is said of it, word for word."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    excerpt = re.search(r"^```\n(lumen-.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert excerpt is not None
    second = demo.partition("Crawl 2")[2]
    for page in re.findall(r"^\S.*\n(?: .*\n)*", excerpt[1], re.MULTILINE):
        assert f"\n{page}" in second
        assert f"{page} " not in second, "a line is left out"


def test_demo_never_empties_a_folder_of_somebody_else(tmp_path: Path) -> None:
    """A folder that holds anything else is refused."""
    (tmp_path / "letter.txt").write_text("keep me")
    ended = clausewatch("demo", "--folder", ".", folder=tmp_path)
    said, _ = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 2
    assert "not empty" in said
    assert (tmp_path / "letter.txt").exists()


def test_run_checks_once_what_is_due_and_mails_over_smtp(watched: Path, site: Site) -> None:
    """Two passes with a change between them put one mail into the editor's mailbox."""
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        mail = {
            "smtp_host": "127.0.0.1",
            "smtp_port": str(port),
            "smtp_security": "none",
            "smtp_sender": "clausewatch@directory.example",
        }
        first = clausewatch("run", folder=watched, **LOOPBACK, **mail)
        assert first.communicate(timeout=PATIENCE)[0].count("first") == 2
        again = clausewatch("run", folder=watched, **LOOPBACK, **mail)
        assert again.communicate(timeout=PATIENCE)[0].startswith("nothing is due; next ")
        site.edition = "second"
        forced = clausewatch("run", "--force", folder=watched, **LOOPBACK, **mail)
        assert "1 alert sent" in forced.communicate(timeout=PATIENCE)[0]
        assert (first.returncode, again.returncode, forced.returncode) == (0, 0, 0)
    (message,) = mailbox.received
    assert message["To"] == "editor@directory.example"
    assert "Lumen" in str(message["Subject"])


def test_run_says_why_a_mail_was_not_sent_and_ends_with_1(watched: Path, site: Site) -> None:
    """A mail server that is not there: the alert is kept, and cron hears of it."""
    mail = {"smtp_host": "127.0.0.1", "smtp_port": str(closed_port()), "smtp_security": "none"}
    settings = {**LOOPBACK, **mail, "smtp_sender": "clausewatch@directory.example"}
    clausewatch("run", folder=watched, **settings).communicate(timeout=PATIENCE)
    site.edition = "second"
    ended = clausewatch("run", "--force", folder=watched, **settings)
    said, _ = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 1
    assert "1 alert not sent yet" in said
    assert "127.0.0.1" in said.partition("not sent yet")[2]


def test_run_ends_with_1_when_a_source_has_a_problem_and_checks_the_others(
    watched: Path, site: Site
) -> None:
    """A name without an address is a clear problem of its source; the page beside it is read."""
    path = watched / "watchlist.yaml"
    path.write_text(
        path.read_text().replace(f"{site.address}/data-location", "http://nowhere.invalid/page")
    )
    ended = clausewatch("run", "--format", "json", folder=watched, **LOOPBACK)
    said, _ = ended.communicate(timeout=PATIENCE)
    notice, *lines = said.splitlines()
    assert "a new store was made" in notice
    results = {found["source"]: found for found in map(json.loads, lines)}
    assert ended.returncode == 1
    assert results["policy"]["events"][0]["event"] == "first"
    assert results["help"]["problem"] == "unreachable"


def test_loopback_is_refused_unless_it_is_allowed(watched: Path) -> None:
    """With default settings no private address is ever fetched."""
    ended = clausewatch("run", "--format", "json", folder=watched, contact="a@b.example")
    said, _ = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 1
    lines = said.splitlines()[1:]  # a new store was made
    assert {json.loads(line)["problem"] for line in lines} == {"refused_address"}


def test_a_page_over_the_limit_is_told_once_with_the_setting_to_raise(watched: Path) -> None:
    """No line of a library stands before it."""
    ended = clausewatch("run", folder=watched, **LOOPBACK, fetch_max_bytes="1024")
    said, _ = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 1
    assert said.count("the limit is 1024") == 2
    assert "fetch.max_bytes" in said
    assert "WARNING" not in said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_worker_checks_what_is_due_and_stops_within_seconds(
    watched: Path, number: signal.Signals
) -> None:
    """The worker catches up with what is due, then ends cleanly and gives its leases back."""
    store = f"sqlite:///{watched / 'clausewatch.sqlite3'}"
    worker = clausewatch("worker", folder=watched, **LOOPBACK)

    def both_are_checked() -> bool:
        if not (watched / "clausewatch.sqlite3").exists():
            return False
        with suppress(StoreError), Store(store).read() as history:  # it is being made
            return all(history.versions(source) for source in ("policy", "help"))
        return False

    wait_until(both_are_checked)
    asked = time.monotonic()
    worker.send_signal(number)
    said, _ = worker.communicate(timeout=PATIENCE)
    assert time.monotonic() - asked < 10
    assert worker.returncode == 0, said
    again = clausewatch("run", "--force", folder=watched, **LOOPBACK)
    assert again.communicate(timeout=PATIENCE)[0].count("unchanged") == 2
