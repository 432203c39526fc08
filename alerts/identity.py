"""Message ids that say what an alert is about, so that a repeat is recognised."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

# RFC 5322 wants the right side to be ours; a name under .invalid (RFC 2606) is nobody's.
DOMAIN = "clausewatch.invalid"


def message_id(  # noqa: PLR0913 - all are keywords
    *,
    kind: str,
    about: str,
    moment: datetime | None,
    tool: str,
    recipient: str,
    domain: str = DOMAIN,
) -> str:
    """Return the message id of an alert: the same for the same alert, always.

    `about` names the change or the problem with its source; `moment` is when that
    was seen. Both count, because numbers start anew in a new store, and a mail
    server drops a message whose id it has seen before.
    """
    when = moment.astimezone(UTC).isoformat() if moment else ""
    return _identifier(domain, kind, about, when, tool, recipient.casefold())


def thread_id(source_id: str, *, domain: str = DOMAIN) -> str:
    """Return the message id that all alerts about a source refer to."""
    return _identifier(domain, "thread", source_id)


def _identifier(domain: str, *parts: str) -> str:
    # The lengths keep ("ab", "c") and ("a", "bc") apart.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return f"<{sha256(joined.encode()).hexdigest()[:40]}@{domain}>"
