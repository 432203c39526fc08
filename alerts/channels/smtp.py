"""Alerts by mail, over SMTP (RFC 5321)."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from ipaddress import ip_address
from smtplib import (
    SMTP,
    SMTP_SSL,
    SMTPDataError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
)
from typing import Literal

from alerts.channels.smtp_login import log_in
from alerts.channels.smtp_trouble import advice, decoded, said
from alerts.delivery import ChannelDownError, NoAnswerError
from alerts.mail import to_message
from domain.alert import Alert
from domain.errors import ConfigurationError, DeliveryError

Security = Literal["none", "starttls", "tls"]
FIRST_PERMANENT_CODE = 500
EXCEEDED = 552
_NO_ROOM = {452, EXCEEDED}  # often for this mail, whose size is told together with the sender

# The last two numbers of an enhanced status (RFC 3463). Without one, 552 means a full
# mailbox as well as a mail too large: only where it is said does no later try help.
_STATUS = re.compile(r"[245]\.(\d{1,3}\.\d{1,3})\b")
_FULL_MAILBOX, _FULL_SYSTEM = "2.2", "3.1"
_TOO_LARGE = {"2.3", "3.4"}


class SmtpChannel:
    """Hands each alert to a mail server, on a connection of its own.

    `timeout` is in seconds and counts for each step. `ca_file` names certificates to
    trust instead of the system's, for a mail server with a certificate of its own.
    """

    def __init__(  # noqa: PLR0913 - all are keywords
        self,
        *,
        host: str,
        port: int,
        sender: str,
        security: Security = "starttls",
        username: str = "",
        password: str = "",
        timeout: float = 30.0,
        ca_file: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        if username and security == "none" and not _is_this_machine(host):
            raise ConfigurationError(
                "the login to the mail server would be sent in the clear: "
                "set security to starttls or tls"
            )
        self._host = host
        self._port = port
        self._sender = sender
        self._security = security
        self._username = username
        self._password = password
        self._timeout = timeout
        self._ca_file = ca_file
        self._now = now

    def send(self, alert: Alert) -> None:
        """Return once the server took the mail; raise `DeliveryError` when it did not.

        A connection lost after the text was sent leaves open whether the server has
        it: it counts as failed, and the message id lets the recipient's side tell
        the second copy.
        """
        message = to_message(alert, self._sender, date=self._now())
        connection = self._connected()
        try:
            _hand_over(connection, message)
        finally:
            with suppress(SMTPException, OSError):
                connection.quit()
            connection.close()

    def _connected(self) -> SMTP:
        """Connect, protect and log in; whatever fails here fails for every alert."""
        connection: SMTP | None = None
        try:
            connection = self._opened()
            if self._security == "starttls":
                connection.starttls(context=self._tls())
            if self._username:
                log_in(connection, self._username, self._password)
        except (SMTPException, OSError, ValueError) as error:  # ValueError: a name that is none
            if connection:
                connection.close()
            raise ChannelDownError(advice(error, self._host, self._port)) from error
        return connection

    def _opened(self) -> SMTP:
        if self._security == "tls":
            return SMTP_SSL(self._host, self._port, timeout=self._timeout, context=self._tls())
        return SMTP(self._host, self._port, timeout=self._timeout)

    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._ca_file or None)


def _hand_over(connection: SMTP, message: EmailMessage) -> None:
    """Send one message to its one recipient; tell failures that pass from those that stay."""
    try:
        connection.send_message(message)
    except SMTPRecipientsRefused as error:
        code, answer = next(iter(error.recipients.values()))
        raise _refused("the recipient was refused", code, answer) from error
    except SMTPSenderRefused as error:
        if error.smtp_code in _NO_ROOM and _status(error.smtp_error) != _FULL_MAILBOX:
            raise _refused("the mail was refused", error.smtp_code, error.smtp_error) from error
        # Not the alert is at fault but our address: to be mended, then tried again.
        raise ChannelDownError(
            f"the sender was refused ({said(error)}): check smtp.sender"
        ) from error
    except SMTPDataError as error:
        raise _refused("the mail was refused", error.smtp_code, error.smtp_error) from error
    except SMTPNotSupportedError as error:
        raise DeliveryError(f"the mail server cannot: {error}", permanent=True) from error
    except (SMTPException, OSError) as error:
        raise NoAnswerError(f"the connection broke: {said(error)}") from error


def _refused(what: str, code: int, answer: bytes | str) -> DeliveryError:
    return DeliveryError(f"{what}: {code} {decoded(answer)}", permanent=_is_final(code, answer))


def _is_final(code: int, answer: bytes | str) -> bool:
    """Tell whether no later try can help: room that is missing may be made."""
    status = _status(answer)
    if code == EXCEEDED and status not in _TOO_LARGE:
        return False
    return code >= FIRST_PERMANENT_CODE and status not in {_FULL_MAILBOX, _FULL_SYSTEM}


def _status(answer: bytes | str) -> str:
    found = _STATUS.match(decoded(answer))
    return found[1] if found else ""


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
