"""Alerts as JSON to a program, signed so that it can tell them from anybody else's."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from http import HTTPStatus

import httpx2

from alerts.delivery import ChannelDownError, NoAnswerError
from alerts.plain import one_line, short
from domain.alert import Alert
from domain.errors import DeliveryError

TIMEOUT = 20.0  # seconds
_NOT_REACHED = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)
_BEGINNING = 1024  # characters of a refusal that are read
# These say "not now"; every other answer of 400 to 499 will be the same tomorrow.
_PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


class WebhookChannel:
    """Posts each alert to one address. Redirects are not followed.

    The signature is HMAC-SHA256 over time, a full stop and the body, so that an old
    message cannot be sent once more under a new time.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        timeout: float = TIMEOUT,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._url = url
        self._secret = secret.encode()
        self._timeout = timeout
        self._now = now

    def send(self, alert: Alert) -> None:
        """Return once the program answered with 2xx; raise `DeliveryError` otherwise."""
        body = alert.text.encode()
        time = str(int(self._now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Clausewatch",
            "Idempotency-Key": one_line(alert.message_id),
            "X-Clausewatch-Time": time,
            "X-Clausewatch-Signature": f"sha256={signature(self._secret, time, body)}",
        }
        try:
            with httpx2.stream(
                "POST", self._url, content=body, headers=headers, timeout=self._timeout
            ) as answer:
                if not answer.is_success:  # else it was taken, whatever else is said
                    raise _refused(answer)
        except _NOT_REACHED as error:
            # The message may quote the address, and with it a secret.
            raise ChannelDownError(f"cannot be reached: {type(error).__name__}") from error
        except httpx2.TransportError as error:
            raise NoAnswerError(f"no answer: {type(error).__name__}") from error
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise ChannelDownError(
                "its address is none: check the url of the channel in the settings"
            ) from error


def signature(secret: bytes, time: str, body: bytes) -> str:
    """Return the signature of a message, as 64 lower-case hexadecimal digits."""
    return hmac.new(secret, time.encode() + b"." + body, sha256).hexdigest()


def _refused(answer: httpx2.Response) -> DeliveryError:
    said = short(_beginning(answer), 120)
    lasting = answer.is_client_error and answer.status_code not in _PASSING
    return DeliveryError(
        f"answered {answer.status_code}{f': {said}' if said else ''}",
        permanent=lasting or answer.is_redirect,
    )


def _beginning(answer: httpx2.Response) -> str:
    """Return how an answer begins; nothing where it is not what it says it is."""
    try:
        return next(answer.iter_text(_BEGINNING), "")
    except httpx2.HTTPError:
        return ""
