"""What a run is told besides the watchlist; nothing is read when this is imported.

==========  ================================================================
`whole`     all settings, loaded: environment over `clausewatch.toml` over defaults
`layers`    where they come from, and how a wrong one is named
`sections`  groups of them: fetching, the mail server, the web application
`channels`  channels other than mail
`values`    addresses, hosts and networks, each made sure of
`places`    the folder that relative paths start in
==========  ================================================================
"""

from __future__ import annotations

from clausewatch.settings.places import absolute_store, settings_folder
from clausewatch.settings.sections import Fetch
from clausewatch.settings.whole import Settings

__all__ = ["Fetch", "Settings", "absolute_store", "settings_folder"]
