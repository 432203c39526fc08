"""Telling a refused certificate from a connection that broke."""

from __future__ import annotations

from OpenSSL.SSL import Error as OpenSSLError
from service_identity import VerificationError
from twisted.web.client import ResponseFailed


def certificate_refused(error: BaseException) -> bool:
    """Tell whether the handshake failed, by the types of what Twisted and OpenSSL raised."""
    cause = error.__cause__
    if isinstance(cause, ResponseFailed):
        return any(
            failure.check(OpenSSLError, VerificationError) is not None for failure in cause.reasons
        )
    return isinstance(cause, (OpenSSLError, VerificationError))
