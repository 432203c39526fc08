"""An alert as a mail message: headers that machines understand, text and HTML."""

from __future__ import annotations

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from urllib.parse import quote

from alerts.plain import one_line
from domain.alert import Alert
from domain.errors import DeliveryError

_MAIL_ADDRESS = re.compile(r"([^@\s<>,;]+)@([^@\s<>,;]+)")
_HEADER_NAME = re.compile(r"[A-Za-z0-9-]+")


def to_message(alert: Alert, sender: str, *, date: datetime) -> EmailMessage:
    """Return the alert as a mail from `sender`, an address without a name.

    Raises a permanent `DeliveryError` when an address cannot stand in a header. No
    value can start a header of its own: each is put on one line, and the policy
    refuses what would still be two.
    """
    message = EmailMessage(policy=SMTP)
    # The contents first: making them takes headers named Content-* for its own.
    message.set_content(alert.text, cte="quoted-printable")
    message.add_alternative(alert.html, subtype="html", cte="quoted-printable")
    message.set_boundary(_boundary(alert))
    message["Date"] = format_datetime(date)
    message["Message-ID"] = one_line(alert.message_id)
    message["From"] = _address(sender, name="Clausewatch")
    message["To"] = _address(alert.recipient)
    message["Subject"] = one_line(alert.subject)
    if alert.thread:
        message["In-Reply-To"] = one_line(alert.thread)
        message["References"] = one_line(alert.thread)
    _for_machines(message, sender)
    for name, value in alert.headers:
        if name not in message and _HEADER_NAME.fullmatch(name):
            message[name] = one_line(value)
    return message


def _boundary(alert: Alert) -> str:
    """Return a line that cannot stand in a quoted-printable text, the same for each try."""
    return f"=_{sha256(alert.message_id.encode()).hexdigest()[:32]}"


def _for_machines(message: EmailMessage, sender: str) -> None:
    """Say that nobody sits behind this mail: no absence notes, please (RFC 3834)."""
    address = _address(sender).addr_spec
    message["Auto-Submitted"] = "auto-generated"
    message["Precedence"] = "list"
    message["X-Auto-Response-Suppress"] = "All"
    message["List-Id"] = f"Clausewatch <clausewatch.{address.rpartition('@')[2]}>"
    message["List-Unsubscribe"] = f"<mailto:{quote(address, safe='@')}?subject=unsubscribe>"


def _address(address: str, *, name: str = "") -> Address:
    """Return an address whose domain is in the form that mail servers know (RFC 5891)."""
    match = _MAIL_ADDRESS.fullmatch(address)
    if not match:
        raise DeliveryError(f"{one_line(address)!r} is no mail address", permanent=True)
    user, domain = match.groups()
    try:
        return Address(name, username=user, domain=domain.encode("idna").decode("ascii"))
    except ValueError as error:
        raise DeliveryError(f"{address!r} is no mail address: {error}", permanent=True) from error
