"""What is sent about flags and problems: composed once, delivered at least once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.editor import MAIL


class AlertKind(StrEnum):
    """What an alert is about. The value is stable: it is stored."""

    CHANGE = "change"
    PROBLEM = "problem"
    RECOVERED = "recovered"
    REMINDER = "reminder"
    UNREADABLE = "unreadable"  # a rating rests on a page that nobody can read
    DIGEST = "digest"
    SUMMARY = "summary"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Alert:
    """One message to one recipient, complete: what is stored is what is sent.

    `message_id` is derived from what the alert is about and to whom it goes, so that
    the same alert queued or delivered twice can be recognised (RFC 5322, 3.6.4).
    `thread` is the message id of the source's thread. `headers` are further mail
    headers. `text` and `html` say the same. `channel` is "mail" or the name of another
    channel; such a one takes `text` alone, and its name is the recipient.
    """

    message_id: str
    kind: AlertKind
    recipient: str
    subject: str
    text: str
    html: str
    source_id: str = ""
    thread: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    channel: str = MAIL
