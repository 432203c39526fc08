"""Where an alert sends its reader: pages when there is an address for them, else commands."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from alerts.identity import DOMAIN
from domain.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Links:
    """The public address of this installation, "" when it has none.

    Every link is "" without a public address; the commands are always there.
    `id_domain` is the right side of message ids and must never change.
    """

    public_url: str = ""
    id_domain: str = DOMAIN

    def __post_init__(self) -> None:
        if self.public_url and not is_web_address(self.public_url):
            raise ConfigurationError(
                f"the public address {self.public_url!r} must start with https:// or http://"
            )

    def change(self, change_id: int) -> str:
        """Return the page that shows a change whole."""
        return self._page(f"changes/{change_id}")

    def passage(self, change_id: int, index: int) -> str:
        """Return the place of one passage on the page of its change."""
        return self._page(f"changes/{change_id}#passage-{index + 1}")

    def review(self, flag_id: int) -> str:
        """Return the page that asks for a decision; opening it decides nothing."""
        return self._page(f"flags/{flag_id}")

    def source(self, source_id: str) -> str:
        """Return the history of a source."""
        return self._page(f"sources/{source_id}")

    def diff_command(self, source_id: str) -> str:
        """Return the command that shows the last change of a source."""
        return f"clausewatch diff {source_id}"

    def history_command(self, source_id: str) -> str:
        """Return the command that lists what became of a source."""
        return f"clausewatch history {source_id}"

    def flags(self) -> str:
        """Return the list of what is open."""
        return self._page("flags")

    def tool(self, tool_id: str) -> str:
        """Return the page of a tool with its ratings."""
        return self._page(f"tools/{tool_id}")

    def review_command(self, *flag_ids: int) -> str:
        """Return the command that records a decision, here that the rating stays."""
        return f"clausewatch review {' '.join(map(str, flag_ids))} --decision confirmed"

    def rating_command(self, tool_id: str, criterion: str) -> str:
        """Return the command that records that a rating was read again and stays."""
        return f"clausewatch review {tool_id}/{criterion} --decision confirmed"

    def _page(self, path: str) -> str:
        return f"{self.public_url.rstrip('/')}/{path}" if self.public_url else ""


def is_web_address(address: str) -> bool:
    """Tell whether a reader may be sent there: http and https with a host only."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
