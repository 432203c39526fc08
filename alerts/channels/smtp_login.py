"""The login to a mail server, names and passwords beyond ASCII included (RFC 4616)."""

from __future__ import annotations

from base64 import b64encode
from smtplib import SMTP, SMTPAuthenticationError, SMTPNotSupportedError

_ACCEPTED = 235


def log_in(connection: SMTP, username: str, password: str) -> None:
    """Log in by what the server offers; what is not ASCII goes by AUTH PLAIN, as UTF-8.

    Raises:
        SMTPException: the server refused the login, or cannot take it.
    """
    if (username + password).isascii():
        connection.login(username, password)
        return
    connection.ehlo_or_helo_if_needed()
    offered = str(connection.esmtp_features.get("auth", "")).upper().split()
    if "PLAIN" not in offered:
        raise SMTPNotSupportedError(
            "user name and password have to be plain ASCII there: it offers no AUTH PLAIN"
        )
    answer = b64encode(f"\0{username}\0{password}".encode()).decode("ascii")
    code, said = connection.docmd("AUTH", f"PLAIN {answer}")
    if code != _ACCEPTED:
        raise SMTPAuthenticationError(code, said)
