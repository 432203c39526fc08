"""Alerts as files."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest

from alerts.channels.folder import FolderChannel, file_name
from alerts.delivery import ChannelDownError
from tests.alerts.letters import alert_of

NOW = datetime(2026, 8, 1, 7, 30, tzinfo=UTC)


def test_an_alert_becomes_a_mail_and_a_page(tmp_path: Path) -> None:
    """Both can be opened, and their name says what is inside."""
    alert, folder = alert_of(), tmp_path / "new" / "outbox"
    FolderChannel(folder, now=lambda: NOW).send(alert)
    page, mail = sorted(folder.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert page.name.startswith("acme-api-no-training-on-customer-data-re-review-")
    assert (page.suffix, mail.suffix) == (".html", ".eml")
    assert page.read_text(encoding="utf-8-sig") == alert.html
    message = message_from_bytes(mail.read_bytes(), policy=SMTP)
    assert message["Message-ID"] == alert.message_id


def test_a_repeat_replaces_its_files(tmp_path: Path) -> None:
    """Delivered twice is seen once; another alert of the same subject is another file."""
    channel = FolderChannel(tmp_path, now=lambda: NOW)
    for alert in (alert_of(), alert_of(), alert_of(change_id=8)):
        channel.send(alert)
    assert len(list(tmp_path.glob("*.eml"))) == len(list(tmp_path.glob("*.html"))) == 2


@pytest.mark.parametrize(
    "subject", ["../../etc/passwd", "con", "", "a\x00b/\\:*?", "ü" * 300, "日本"]
)
def test_names_are_safe_on_every_file_system(tmp_path: Path, subject: str) -> None:
    """A page cannot choose where its alert is written."""
    alert = replace(alert_of(), subject=subject)
    FolderChannel(tmp_path, now=lambda: NOW).send(alert)
    names = [path.name for path in tmp_path.iterdir()]
    assert sorted(names) == [f"{file_name(alert)}.eml", f"{file_name(alert)}.html"]
    assert all(name.isascii() and len(name) < 100 for name in names)


def test_files_can_be_read_by_whoever_may_read_the_folder(tmp_path: Path) -> None:
    """A temporary file is private; an alert in an outbox is not."""
    plain = tmp_path / "plain"
    plain.touch()
    FolderChannel(tmp_path / "outbox", now=lambda: NOW).send(alert_of())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "outbox").iterdir()}
    assert modes == {stat.S_IMODE(plain.stat().st_mode)}


def test_a_folder_that_cannot_be_written_keeps_the_alert_waiting(tmp_path: Path) -> None:
    """A full disk or a file in the way can be mended."""
    in_the_way = tmp_path / "outbox"
    in_the_way.touch()
    with pytest.raises(ChannelDownError) as caught:
        FolderChannel(in_the_way).send(alert_of())
    assert not caught.value.permanent
