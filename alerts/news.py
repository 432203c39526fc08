"""What an alert tells, before it is put into the form that a channel takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from alerts.letter import Earlier
from alerts.links import Links
from domain.alert import AlertKind
from domain.change import Change
from domain.editor import Editor
from domain.flag import Flag
from domain.problem import Problem
from domain.watchlist import Criterion, Source, Tool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNews:
    """A change of a source, for one editor of one tool.

    `flags` are the flags of this tool by this change with their ids, at least one;
    `earlier` are, by criterion, those of earlier changes that nobody has decided.
    """

    editor: Editor
    tool: Tool
    source: Source
    change: Change
    change_id: int
    flags: Sequence[tuple[int, Flag]]
    criteria: Mapping[str, Criterion]
    before_at: datetime
    after_at: datetime
    links: Links
    earlier: Mapping[str, Sequence[Earlier]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.flags:
            raise ValueError("an alert about a change needs at least one flag")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemNews:
    """A source that cannot be read, or can be again, for one who keeps or rates by it.

    `tools` are those that cite the source. `at` is when the alert is due: a second
    reminder of the same problem is another alert only when it has another `at`.
    """

    recipient: Editor
    kind: AlertKind
    source: Source
    problem: Problem
    since: datetime
    tools: Sequence[Tool]
    links: Links
    at: datetime | None = None
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
