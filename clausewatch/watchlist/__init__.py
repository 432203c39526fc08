"""The watchlist file: read, checked whole, and described for editors.

=============  ==============================================================
`loader`       the way from a file to a watchlist, or to all of its faults
`reading`      bytes -> YAML nodes
`tree`         nodes -> plain values that know their lines
`shape`        has each value the shape that the domain asks for?
`rules`        does everything that is named exist, and only once?
`criteria`     the criteria of the package, and what a file adds to them
`fault`        one thing that is wrong, and where
`schema`       the JSON Schema for editors
=============  ==============================================================
"""

from clausewatch.watchlist.criteria import builtin_criteria
from clausewatch.watchlist.fault import Fault, WatchlistError
from clausewatch.watchlist.loader import CheckedWatchlist, check_watchlist, load_watchlist
from clausewatch.watchlist.schema import watchlist_schema

__all__ = [
    "CheckedWatchlist",
    "Fault",
    "WatchlistError",
    "builtin_criteria",
    "check_watchlist",
    "load_watchlist",
    "watchlist_schema",
]
