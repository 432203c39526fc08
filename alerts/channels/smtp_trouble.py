"""Why a mail server cannot be used, in words that name the setting to look at."""

from __future__ import annotations

import socket
import ssl
from smtplib import (
    SMTPAuthenticationError,
    SMTPNotSupportedError,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from alerts.plain import one_line

# The first that fits counts: what a class says, and what to do about it.
_TROUBLES: tuple[tuple[type[Exception], str, str], ...] = (
    (
        socket.gaierror,
        "is not found by its name",
        "check smtp.host, and that this machine can look up names",
    ),
    (
        UnicodeError,
        "is no name that can be looked up",
        "check smtp.host: a name such as mail.example.org",
    ),
    (
        ssl.SSLCertVerificationError,
        "has a certificate that is not trusted",
        "smtp.host must be the name in it; SSL_CERT_FILE names an authority of your own",
    ),
    (
        ssl.SSLError,
        "speaks no TLS there",
        "check smtp.security and smtp.port (starttls is mostly 587, tls 465)",
    ),
    (
        SMTPAuthenticationError,
        "refused the login",
        "check smtp.username and smtp.password",
    ),
    (
        SMTPNotSupportedError,
        "does not offer what the settings ask for",
        "check smtp.security, smtp.port and smtp.username",
    ),
    (
        # Also what comes of waiting for a greeting where a server waits for TLS.
        SMTPServerDisconnected,
        "broke off, or never spoke",
        "check smtp.security and smtp.port (starttls is mostly 587, tls 465)",
    ),
    (
        TimeoutError,
        "does not answer",
        "check smtp.host, smtp.port and smtp.security, and that no firewall is between",
    ),
    (
        ConnectionRefusedError,
        "cannot be reached",
        "check smtp.host and smtp.port, and that it is running",
    ),
    (Exception, "cannot be used", "check smtp.host, smtp.port and smtp.security"),
)


def advice(error: Exception, host: str, port: int) -> str:
    """Return what kept us from a mail server before a mail was sent, and what to do."""
    what, look = next(rest for kind, *rest in _TROUBLES if isinstance(error, kind))
    return (
        f"the mail server {host}:{port} {what} ({said(error)}): {look}, "
        "then try `clausewatch alerts test EDITOR`"
    )


def said(error: Exception) -> str:
    """Return what a server or the system said."""
    if isinstance(error, SMTPResponseException):
        return f"{error.smtp_code} {decoded(error.smtp_error)}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return one_line(error.verify_message)
    if isinstance(error, OSError) and error.strerror:
        return one_line(error.strerror)
    return one_line(str(error)) or type(error).__name__


def decoded(answer: bytes | str) -> str:
    """Return an answer of a server on one line: it is as strange to us as a page."""
    return one_line(answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer)
