"""Alerts as files: for a look at them, and where no mail server is configured."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from alerts.delivery import ChannelDownError
from alerts.mail import to_message
from domain.alert import Alert

LONGEST_NAME = 70
NOBODY = "clausewatch@localhost"  # a mail needs a sender, and a file needs none


class FolderChannel:
    """Writes each alert as `NAME.eml` and `NAME.html` into a folder.

    The name is made of the subject and the message id: readable, safe on every file
    system, and the same for the same alert, so that a repeat replaces its file.
    """

    def __init__(
        self,
        folder: Path,
        *,
        sender: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._folder = folder
        self._sender = sender or NOBODY
        self._now = now

    def send(self, alert: Alert) -> None:
        """Write the files; the mail comes last, so where it is, the page is too."""
        message = to_message(alert, self._sender, date=self._now())
        name = file_name(alert)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # A browser looks for the charset in the first kilobyte only, or at this mark.
            _write(self._folder / f"{name}.html", alert.html.encode("utf-8-sig"))
            _write(self._folder / f"{name}.eml", message.as_bytes())
        except OSError as error:
            raise ChannelDownError(f"cannot write to {self._folder}: {error}") from error


def file_name(alert: Alert) -> str:
    """Return the name of an alert's files, without ending: a-z, 0-9 and hyphens."""
    folded = unicodedata.normalize("NFKD", alert.subject).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rpartition("-")[0] or words[:LONGEST_NAME]
    return f"{words or 'alert'}-{sha256(alert.message_id.encode()).hexdigest()[:10]}"


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all: a reader never sees half a mail."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
