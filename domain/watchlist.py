"""What is watched and what rests on it: the values that a watchlist file is read into.

The field names are the keys of the file; `clausewatch schema` prints them as a JSON
Schema. Rules across values (does the rating cite a known source?) are checked by the
loader, which knows the lines of the file.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema

from domain.duration import DURATION_PATTERN, parse_duration
from domain.editor import Editor
from domain.value import Identifier, Value

__all__ = [
    "Criterion",
    "DocumentKind",
    "Editor",
    "Evidence",
    "Identifier",
    "Interval",
    "Rating",
    "Source",
    "Status",
    "Tool",
    "Value",
    "Watchlist",
    "Weight",
]


def _interval(given: object, info: ValidationInfo) -> object:
    """Read an interval as a file writes it; code gives a timedelta and may go below.

    From JSON, where our own values come back, ISO 8601 durations pass as well.
    """
    if isinstance(given, timedelta) or (info.mode == "json" and str(given).startswith("P")):
        return given
    if isinstance(given, str):
        return parse_duration(given)
    raise ValueError("must be a duration such as 12h, 1d, 90m or 1d 6h")


Interval = Annotated[
    timedelta,
    BeforeValidator(_interval),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]

Weight = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Status(StrEnum):
    """What a rating says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class DocumentKind(StrEnum):
    """What kind of document a source is."""

    PRIVACY_POLICY = "privacy_policy"
    DPA = "dpa"
    TERMS = "terms"
    SUBPROCESSORS = "subprocessors"
    COOKIES = "cookies"
    DOCS = "docs"
    HELP = "help"
    IMPRINT = "imprint"
    POLICY = "policy"
    OTHER = "other"


class Criterion(Value):
    """One row of the scorecard, defined once for all tools."""

    key: Identifier = Field(description="names the criterion; never changes")
    label: dict[str, str] = Field(description="what the row is called, by language (en, de)")
    meaning: str = Field(description="what the criterion asks, in a sentence or two")
    vocabulary: dict[str, dict[str, Weight]] = Field(
        default_factory=dict,
        description="by language (en, de, fr): phrases that speak of the criterion, with a "
        "weight from 0 to 1; a trailing * matches any ending",
    )


class Evidence(Value):
    """A quoted passage of a source on which a rating rests."""

    source: Identifier = Field(description="id of the source")
    phrase: str = Field(min_length=3, description="the shortest phrase that finds its passage")


class Rating(Value):
    """A tool's status on one criterion, why, and what it rests on."""

    criterion: Identifier = Field(description="key of the criterion")
    status: Status = Field(description="what the rating says")
    rationale: str = Field(default="", description="why, in your own words")
    evidence: tuple[Evidence, ...] = Field(
        default=(), description="the passages that the rating rests on"
    )
    reviewed: date | None = Field(
        default=None, description="day it was last read against its sources: 2026-07-31"
    )
    review_every: Interval | None = Field(
        default=None, description="how old a review may grow; that of the file when left out"
    )


class Tool(Value):
    """What a page of the directory describes."""

    id: Identifier = Field(description="names the tool; never changes")
    name: str = Field(description="what the directory calls the tool")
    page: str = Field(default="", description="address of the tool's page on the directory")
    editors: tuple[Editor, ...] = Field(default=(), description="who is told about its flags")
    sources: tuple[Identifier, ...] = Field(
        default=(), description="ids of the sources that the page cites"
    )
    ratings: tuple[Rating, ...] = Field(default=(), description="at most one a criterion")

    def rating(self, criterion: str) -> Rating | None:
        """Return the rating on a criterion, or None when the tool has none."""
        return next((rating for rating in self.ratings if rating.criterion == criterion), None)

    def cites(self, source_id: str) -> bool:
        """Tell whether the tool's page or the evidence of a rating cites the source."""
        return source_id in self.sources or any(
            evidence.source == source_id for rating in self.ratings for evidence in rating.evidence
        )


class Source(Value):
    """One cited address; fetched once however many ratings cite it."""

    id: Identifier = Field(description="names the source; stays when its address changes")
    url: str = Field(description="address of the page")
    kind: DocumentKind = Field(default=DocumentKind.OTHER, description="what the page is")
    every: Interval = Field(
        default=timedelta(hours=12), description="how often it is fetched: 12h, 1d, 90m, 1d 6h"
    )
    language: str = Field(
        default="", pattern=r"^([a-z]{2})?$", description="ISO 639-1 code the page must be in"
    )
    render: Literal["http", "browser"] = Field(
        default="http", description="browser for a page that is empty without its scripts"
    )
    select: tuple[str, ...] = Field(
        default=(), description="CSS selectors: only what they match is the document"
    )
    remove: tuple[str, ...] = Field(
        default=(), description="CSS selectors: what they match is left out"
    )
    expand: tuple[str, ...] = Field(
        default=(), description="CSS selectors of buttons to press until they are gone (browser)"
    )
    ignore_robots: str = Field(
        default="", description="why robots.txt may be passed over for this source"
    )


class Watchlist(Value):
    """Everything that is watched."""

    tools: tuple[Tool, ...] = Field(default=(), description="the rated pages of the directory")
    sources: tuple[Source, ...] = Field(default=(), description="the pages that are fetched")
    criteria: tuple[Criterion, ...] = Field(
        default=(), description="the rows of the scorecard that are not built in, or differ"
    )
    keepers: tuple[Editor, ...] = Field(
        default=(), description="who keeps the watchlist: told about problems of sources"
    )
    editors: tuple[Editor, ...] = Field(
        default=(), description="who is told about flags that no editor of the tool minds"
    )
    review_every: Interval = Field(
        default=timedelta(days=180),
        description="how old the review of a rating may grow before it is listed as stale",
    )

    def source(self, source_id: str) -> Source | None:
        """Return the source of that id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)

    def tool(self, tool_id: str) -> Tool | None:
        """Return the tool of that id, or None."""
        return next((tool for tool in self.tools if tool.id == tool_id), None)

    def criterion(self, key: str) -> Criterion | None:
        """Return the criterion of that key, or None."""
        return next((criterion for criterion in self.criteria if criterion.key == key), None)

    def tools_citing(self, source_id: str) -> tuple[Tool, ...]:
        """Return the tools whose page or evidence cites the source."""
        return tuple(tool for tool in self.tools if tool.cites(source_id))

    def editors_of(self, tool: Tool, criterion: str) -> tuple[Editor, ...]:
        """Return who minds a criterion of a tool: its own editors, else those of the file."""
        own = tuple(editor for editor in tool.editors if editor.minds(criterion))
        return own or tuple(editor for editor in self.editors if editor.minds(criterion))

    def people(self) -> tuple[Editor, ...]:
        """Return every editor once, by mail address, in the order of the file."""
        listed = (*self.editors, *(one for tool in self.tools for one in tool.editors))
        found: dict[str, Editor] = {}
        for editor in listed:
            found.setdefault(editor.email.casefold(), editor)
        return tuple(found.values())
