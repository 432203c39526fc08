"""What the story works with, put together once by `clausewatch.wiring`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from alerts.links import Links
from alerts.rendering import BUILT_IN, Templates
from alerts.via import Form, Via
from domain.editor import Editor
from domain.watchlist import Criterion, Watchlist
from review.relevance.model import Model
from storage.store import Store


@dataclass(frozen=True)
class Scoring:
    """What a change is scored by, where there is neither watchlist nor store."""

    criteria: tuple[Criterion, ...]
    model: Model


@dataclass(frozen=True)
class Parts:
    """The parts of a running Clausewatch.

    `tell` is false where history is fed in afterwards: flags are raised, but nobody
    is sent a mail about what happened long ago. `forms` are those of the channels that
    the settings define; `unreadable_after` is how long a source that ratings rest on may
    be without a good capture before their editors are told; `feeds` is the folder that
    Atom feeds are written to.
    """

    store: Store
    watchlist: Watchlist
    model: Model
    links: Links
    tell: bool = True
    templates: Templates = BUILT_IN
    forms: Mapping[str, Form] = field(default_factory=dict)
    unreadable_after: timedelta = timedelta(days=14)
    feeds: Path | None = None

    def ways_to(self, editor: Editor) -> tuple[Via, ...]:
        """Return the channels of an editor with the form that each takes."""
        return tuple(Via(name, self.forms.get(name, Form.MAIL)) for name in editor.channels)
