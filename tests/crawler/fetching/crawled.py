"""Running a crawl in a process of its own, for a reactor cannot start twice in one.

The processes come from a server that has Scrapy loaded, which saves a second for each.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from multiprocessing.queues import SimpleQueue
from typing import Any

from crawler.fetching import FetchRequest, FetchSettings
from crawler.fetching.crawling import crawl
from crawler.fetching.turns import Turns
from domain.capture import Capture, Fetched, FetchFailure, Validators
from domain.errors import StoreError
from domain.watchlist import Source

FAST = FetchSettings(
    contact="https://watch.example/robot",
    delay=0.0,
    timeout=1.5,
    backoff=0.0,
    retries=2,
    max_bytes=200_000,
    allow_private=True,
)

Answer = tuple[str, Fetched]


def wanted(url: str, name: str = "page", **fields: Any) -> FetchRequest:
    """Return a request for one address; `etag` and `last_modified` make it conditional."""
    validators = Validators(fields.pop("etag", ""), fields.pop("last_modified", ""))
    source = Source(id=name, url=url, **fields)
    return FetchRequest(source, validators if validators != Validators() else None)


def crawled(
    requests: Sequence[FetchRequest],
    settings: FetchSettings = FAST,
    failing: dict[str, Exception] | None = None,
    environment: dict[str, str] | None = None,
    turns: Turns | None = None,
) -> tuple[list[Answer], BaseException | None]:
    """Crawl in a fresh process; return what was delivered in order, and what was raised.

    `failing` names sources whose delivery raises an error after it was noted.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crawler.fetching.crawled"])
    queue: SimpleQueue[Any] = context.SimpleQueue()
    process = context.Process(
        target=_crawl,
        args=(queue, tuple(requests), settings, failing or {}, environment or {}, turns),
    )
    process.start()
    answers: list[Answer] = []
    while not isinstance(message := queue.get(), _End):
        answers.append(message)
    process.join(10)
    assert process.exitcode == 0
    return answers, message.raised


def results(
    requests: Sequence[FetchRequest],
    settings: FetchSettings = FAST,
    environment: dict[str, str] | None = None,
) -> dict[str, Fetched]:
    """Crawl and return the one answer for each source."""
    answers, raised = crawled(requests, settings, environment=environment)
    assert raised is None
    assert sorted(name for name, _ in answers) == sorted(r.source.id for r in requests)
    return dict(answers)


def capture(fetched: Fetched) -> Capture:
    """Assert that a body came."""
    assert isinstance(fetched, Capture), fetched
    return fetched


def failure(fetched: Fetched) -> FetchFailure:
    """Assert that no body came, and that people are told so in both languages."""
    assert isinstance(fetched, FetchFailure), fetched
    problem = fetched.problem
    for sentence in (problem.what, problem.advice):
        assert sentence.en
        assert sentence.de
        assert sentence.en != sentence.de
    return fetched


class _End:
    def __init__(self, raised: BaseException | None) -> None:
        self.raised = raised


def _crawl(  # noqa: PLR0913, PLR0917 (a process is given all it needs)
    queue: SimpleQueue[Any],
    requests: tuple[FetchRequest, ...],
    settings: FetchSettings,
    failing: dict[str, Exception],
    environment: dict[str, str],
    turns: Turns | None,
) -> None:
    os.environ.update(environment)

    def note(source: Source, fetched: Fetched) -> None:
        queue.put((source.id, fetched))
        if source.id in failing:
            raise failing.pop(source.id)

    raised: BaseException | None = None
    try:
        crawl(requests, settings, note, turns)
    except StoreError as error:
        raised = error
    queue.put(_End(raised))
