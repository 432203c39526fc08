"""Alerts as a few lines to a chat or a phone, through Apprise and all that it knows."""

from __future__ import annotations

import logging
import re

from apprise import Apprise, LogCapture, NotifyFormat

from alerts.delivery import ChannelDownError
from alerts.plain import short
from domain.alert import Alert
from domain.errors import ConfigurationError, DeliveryError

# A page that says "@everyone" or "<!channel>" must not ring all phones of a team.
_CALLS = re.compile(r"(?<!\S)@|<(?=[@!#])")
_UNSEEN = "\N{ZERO WIDTH SPACE}"


class ChatChannel:
    """Sends each alert to one address of Apprise, such as slack://… or ntfy://topic."""

    def __init__(self, url: str, *, name: str) -> None:
        self._apprise = Apprise()
        if not self._apprise.add(url):
            # The address is a secret: only its name is told.
            raise ConfigurationError(
                f"the address of the channel {name} is none that Apprise knows: "
                "see https://appriseit.com/services/"
            )

    def send(self, alert: Alert) -> None:
        """Return once the service took the lines; raise `DeliveryError` otherwise."""
        captured = LogCapture(  # type: ignore[no-untyped-call]  # Apprise has no types there
            level=logging.WARNING, fmt="%(message)s"
        )
        with captured as said:
            taken = self._apprise.notify(
                body=without_calls(alert.text),
                title=without_calls(alert.subject),
                body_format=NotifyFormat.TEXT,
            )
            why = short(said.getvalue(), 200)
        if not taken:
            # What all services of Apprise say of it, and say alike.
            down = "connection error" in why.casefold()
            kind = ChannelDownError if down else DeliveryError
            raise kind(why or "the service did not take it")


def without_calls(text: str) -> str:
    """Return the text in which nothing calls a person or a channel."""
    return _CALLS.sub(lambda call: call[0] + _UNSEEN, text)
