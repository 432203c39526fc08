"""The error for an id that nothing has: it names what was probably meant."""

from __future__ import annotations

from collections.abc import Collection

from clausewatch.messages.naming import nearest, shown
from domain.errors import ConfigurationError

MOST_NAMED = 20  # a watchlist may have thousands


def unknown(noun: str, given: str, known: Collection[str]) -> ConfigurationError:
    """Return the error that says that no `noun` is called so, and what there is instead."""
    what = f"there is no {noun} {shown(given)}"
    if meant := nearest(given, known):
        return ConfigurationError(f"{what}; did you mean {shown(meant)}?")
    if not known:
        return ConfigurationError(f"{what}, nor any other {noun}")
    names = sorted(known)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ConfigurationError(f"{what}; there are: {', '.join(names[:MOST_NAMED])}{more}")
