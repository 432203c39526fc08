"""A Clausewatch of one source and one tool, on each kind of store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from alerts.links import Links
from clausewatch.checking.events import CheckResult
from clausewatch.checking.story import check_source
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.watchlist import builtin_criteria
from domain.capture import Capture, Fetched
from domain.watchlist import (
    DocumentKind,
    Editor,
    Evidence,
    Rating,
    Source,
    Status,
    Tool,
    Watchlist,
)
from storage.store import Store

PROMISE = "We do not use your content to train our models."
EVIDENCE = "do not use your content to train"
BODY = [
    "This policy explains what Example Ltd does with the data of its customers.",
    PROMISE,
    "We delete your content thirty days after you close your account.",
    "You may ask us at any time for a copy of the personal data that we hold about you.",
]

SOURCE = Source(
    id="privacy",
    url="https://example.com/privacy",
    kind=DocumentKind.PRIVACY_POLICY,
    language="en",
)
TOOL = Tool(
    id="tool",
    name="Example Tool",
    editors=(Editor(email="ed@directory.example"), Editor(email="eva@directory.example")),
    sources=("privacy",),
    ratings=(
        Rating(
            criterion="no_training",
            status=Status.YES,
            rationale="Excluded by the policy.",
            evidence=(Evidence(source="privacy", phrase=EVIDENCE),),
        ),
    ),
)


def page(*paragraphs: str, around: str = "") -> bytes:
    """Return a page with these paragraphs; `around` goes where no reader sees it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        "<!doctype html><html lang=en><head><title>Privacy policy</title>"
        f"<script>{around}</script></head><body><main><h1>Privacy policy</h1>{body}</main>"
        "</body></html>"
    ).encode()


@dataclass
class Clock:
    """Time as the tests set it."""

    now: datetime = datetime(2026, 4, 1, 8, tzinfo=UTC)

    def later(self) -> datetime:
        """Move on by half a day."""
        self.now += timedelta(hours=12)
        return self.now


@dataclass
class Watching:
    """Feeds captures of the one source through the story."""

    parts: Parts
    source: Source = SOURCE
    clock: Clock = field(default_factory=Clock)

    def see(self, body: bytes, status: int = 200) -> CheckResult:
        """Check a capture with this body, half a day after the one before."""
        return self.take(
            Capture(
                source_id=self.source.id,
                requested_url=self.source.url,
                fetched_at=self.clock.later(),
                body=body,
                status=status,
                headers=(("content-type", "text/html; charset=utf-8"), ("etag", '"x"')),
                final_url=self.source.url,
            )
        )

    def take(self, fetched: Fetched) -> CheckResult:
        """Check whatever a fetch gave."""
        return check_source(self.source, fetched, self.parts)

    def events(self, result: CheckResult) -> list[str]:
        """Return the kinds of the events of a check."""
        return [event.kind.value for event in result.events]


@pytest.fixture
def watching(store_url: str) -> Iterator[Watching]:
    """A Clausewatch with an empty store."""
    store = Store(store_url)
    store.migrate()
    watchlist = Watchlist(
        tools=(TOOL,),
        sources=(SOURCE,),
        criteria=builtin_criteria(),
        keepers=(Editor(email="keeper@directory.example"),),
    )
    yield Watching(Parts(store, watchlist, shipped_model(), Links()))
    store.close()
