"""Evidence that its source does not hold is listed, and said to be gone only if it once stood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from domain.watchlist import Evidence
from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor
from web.app import create_app


def resting_on(store: Store, *phrases: str) -> TestClient:
    """A browser before a watchlist whose rating rests on these phrases of the terms, too."""
    (tool,) = site.WATCHLIST.tools
    (rating,) = tool.ratings
    more = tuple(Evidence(source="terms", phrase=phrase) for phrase in phrases)
    rating = rating.model_copy(update={"evidence": (*rating.evidence, *more)})
    tool = tool.model_copy(update={"ratings": (rating,)})
    file = site.WATCHLIST.model_copy(update={"tools": (tool,)})
    return TestClient(
        create_app(replace(site.deps(store), file=lambda: file)),
        base_url="http://localhost",
        client=("127.0.0.1", 50000),
    )


def lost_on_the_start_page(client: TestClient) -> str:
    """Return its section of evidence that is not found."""
    return client.get("/").text.partition("Evidence not found")[2].partition("</section>")[0]


def test_the_start_page_lists_evidence_that_is_not_found(read_store: Store) -> None:
    """Whether a flag speaks of it or not; what was not fetched yet is not lost."""
    assert lost_on_the_start_page(visitor(read_store)) == ""
    never = "nobody ever promised anything like this"
    lost = lost_on_the_start_page(resting_on(read_store, never))
    assert never in lost
    assert "/tools/lumen/ratings/no_training" in lost
    assert "never fetched" not in lost


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Data is deleted after 30 days", "reworded"),  # the first version held it
        ("Data is deleted after 31 days", "never found"),
        ("nobody ever promised anything like this", "never found"),
    ],
)
def test_what_no_version_ever_held_is_not_called_gone(
    read_store: Store, phrase: str, said: str
) -> None:
    """It is a quote to be mended, no change by the provider; each page says the same."""
    client = resting_on(read_store, phrase)
    for path in ("/", "/ratings/evidence", "/tools/lumen", "/tools/lumen/ratings/no_training"):
        after = client.get(path).text.partition(phrase)[2]
        badge = after.partition('<span class="badge evidence-')[2]
        assert badge.partition(">")[2].startswith(said), path


def test_a_long_list_of_lost_evidence_goes_on_by_the_page(read_store: Store) -> None:
    """The start page shows the first few, and leads to all of them."""
    client = resting_on(read_store, *(f"Nobody wrote sentence {n}x" for n in range(1, 53)))
    assert 'href="/ratings/evidence">All 52' in lost_on_the_start_page(client)
    first, second = (client.get(f"/ratings/evidence?page={n}").text for n in (1, 2))
    assert "sentence 50x" in first
    assert "sentence 51x" not in first
    assert "sentence 52x" in second
    assert 'rel="next"' not in second


def test_evidence_that_the_next_version_loses_is_listed_at_once(store: Store) -> None:
    """Although a page that was asked for before knew it to be there."""
    client = visitor(store)
    assert lost_on_the_start_page(client) == ""
    later = site.START + 30 * site.DAY
    with store.work() as work:
        capture_id = work.record_capture(site.capture(later))
        emptied = site.document(("Terms of use", "Nothing is promised any more."))
        work.record_version("terms", capture_id, emptied, "fingerprint", "recipe", "9", later)
    lost = lost_on_the_start_page(client)
    assert site.EVIDENCE in lost
    assert "gone" in lost
