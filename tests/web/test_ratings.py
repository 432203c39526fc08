"""Ratings: how old their reviews are, read again, and their evidence renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from domain.watchlist import Evidence, Watchlist
from storage.records import Decision
from storage.store import Store
from tests.web import site
from tests.web.conftest import csrf, visitor
from web.access import Access
from web.app import create_app

LOST = "Data is deleted after 30 days"
NOW_THERE = "Data is deleted after 90 days"
PATH = "/tools/lumen/ratings/no_training"


def watchlist(phrases: tuple[str, ...] = (LOST,), days: int = 30) -> Watchlist:
    """The site's watchlist, its rating resting on phrases of the terms and soon stale."""
    (tool,) = site.WATCHLIST.tools
    (rating,) = tool.ratings
    evidence = tuple(Evidence(source="terms", phrase=phrase) for phrase in phrases)
    rating = rating.model_copy(update={"evidence": evidence})
    tool = tool.model_copy(update={"ratings": (rating,)})
    changed = {"tools": (tool,), "review_every": timedelta(days=days)}
    return site.WATCHLIST.model_copy(update=changed)


def editor(store: Store, **given: object) -> TestClient:
    """Anna, before a watchlist of her own."""
    own = watchlist(**given)  # type: ignore[arg-type]
    deps = replace(site.deps(store), file=lambda: own)
    return TestClient(
        create_app(deps),
        base_url="http://localhost",
        client=("127.0.0.1", 50000),
        follow_redirects=False,
    )


def send(client: TestClient, path: str = PATH, **fields: object) -> int:
    """Send the form of a rating."""
    form = {"csrf": csrf(client, path), "why": "", "quote": "", **fields}
    return client.post(f"{path}/reviews", data=form).status_code


def test_a_stale_rating_is_told_on_the_start_page_its_tool_and_the_list(store: Store) -> None:
    """Each says since when it is watched, and how often it should be read."""
    client = editor(store)
    for path in ("/", "/tools/lumen", "/ratings", PATH):
        page = client.get(path).text
        assert "never reviewed, watched for 8 months" in page, path
        assert "older than 1 month" in page, path
    assert "1" in client.get("/tools").text


def test_what_is_watched_since_today_is_only_called_new(store: Store) -> None:
    """Nobody counts its hours."""
    deps = replace(site.deps(store), clock=lambda: site.START + timedelta(hours=3))
    client = TestClient(create_app(deps), base_url="http://localhost", client=("127.0.0.1", 50000))
    assert "not reviewed yet" in client.get("/tools/lumen").text


def test_what_was_read_again_is_stale_no_more(store: Store) -> None:
    """The page knows at once; a fresh rating stands in the list of all ratings only."""
    client = editor(store)
    assert send(client, decision="confirmed", why="Read it.") == 303
    assert PATH not in client.get("/ratings").text
    assert "reviewed by anna@example.org" in client.get("/ratings?all=1").text
    with store.read() as history:
        (review,) = history.rating_reviews("lumen", "no_training")
    assert (review.decision, review.by, review.why) == (
        Decision.CONFIRMED,
        "anna@example.org",
        "Read it.",
    )


def test_the_list_of_all_ratings_does_not_call_them_stale(store: Store) -> None:
    """Why they should be read again is said of those alone that should be."""
    client = editor(store)
    assert "No flag asks for these" in client.get("/ratings").text
    assert "No flag asks for these" not in client.get("/ratings?all=1").text


def test_lost_evidence_is_shown_with_what_stands_in_its_place(store: Store) -> None:
    """The sentence of the newest version that is most like it can be chosen."""
    page = editor(store).get(PATH).text
    assert f'name="quotes" value="{NOW_THERE}"' in page
    assert "Renew the evidence" in page
    assert '<details class="changes-to" open>' in page


def test_renewed_evidence_takes_the_place_of_the_lost(store: Store) -> None:
    """It is recorded as a review, and every page rests on it from then on."""
    client = editor(store)
    assert send(client, decision="confirmed", quotes=[NOW_THERE]) == 303
    with store.read() as history:
        (review,) = history.rating_reviews("lumen", "no_training")
    assert review.details["evidence"] == [{"source": "terms", "phrase": NOW_THERE}]
    assert review.details["before"]["evidence"] == [{"source": "terms", "phrase": LOST}]
    page = client.get("/tools/lumen").text
    assert NOW_THERE in page
    assert "unchanged" in page
    assert LOST not in page
    assert NOW_THERE in client.get("/api/v1/tools").text


def test_only_evidence_that_was_not_there_before_is_new(store: Store) -> None:
    """A phrase that stayed beside the renewed one is not listed with the decision."""
    stays = site.EVIDENCE
    client = editor(store, phrases=(LOST, stays))
    assert send(client, decision="confirmed", quotes=[NOW_THERE]) == 303
    with store.read() as history:
        (review,) = history.rating_reviews("lumen", "no_training")
    assert [one["phrase"] for one in review.details["evidence"]] == [stays, NOW_THERE]
    record = client.get(PATH).text.partition("New evidence: ")[2].partition("</p>")[0]
    assert f"<q>{NOW_THERE}</q>" in record
    assert stays not in record


@pytest.mark.parametrize(
    "fields",
    [
        {"decision": "confirmed", "quote": "words that stand nowhere"},
        {"decision": "confirmed", "quote": "D"},
        {"decision": "changed", "status": ""},
        {"decision": "not_relevant"},
        {"decision": "later", "until": "2026-12-01"},
    ],
)
def test_half_a_review_is_none(store: Store, fields: dict[str, str]) -> None:
    """Evidence has to stand in the newest version; a rating is confirmed or changed."""
    assert send(editor(store), **fields) == 422
    with store.read() as history:
        assert history.rating_reviews() == ()


def test_a_new_rating_is_shown_at_once(store: Store) -> None:
    """Decisions lie over the watchlist; the file stays as it is."""
    client = editor(store)
    fields = {"decision": "changed", "status": "no", "rationale": "They train now."}
    assert send(client, **fields) == 303
    page = client.get("/tools/lumen").text
    assert "They train now." in page
    assert "rating is-no" in page


def test_evidence_is_renewed_with_the_decision_about_a_flag(store: Store) -> None:
    """What the newest version says in its place is offered there, too."""
    client = visitor(store)
    offered = f"We {site.EVIDENCE}, unless an administrator allows it"
    assert offered in client.get("/flags/1").text
    form = {"csrf": csrf(client), "decision": "confirmed", "quotes": [offered]}
    assert client.post("/flags/1/reviews", data=form).status_code == 303
    with store.read() as history:
        (review,) = history.reviews(1)
    assert {"source": "terms", "phrase": offered} in review.details["evidence"]
    assert {"source": "terms", "phrase": site.EVIDENCE} not in review.details["evidence"]


def test_new_evidence_goes_with_no_other_decision(store: Store) -> None:
    """Who finds a flag not relevant has nothing to renew."""
    client = visitor(store)
    form = {"csrf": csrf(client), "decision": "not_relevant", "quote": NOW_THERE}
    assert client.post("/flags/1/reviews", data=form).status_code == 422


def test_readers_may_not_renew(store: Store) -> None:
    """They are shown no form, and one that they make up is refused."""
    reader = visitor(store, Access())
    assert 'method="post"' not in reader.get(PATH).text
    token = csrf(visitor(store))
    assert reader.post(f"{PATH}/reviews", data={"csrf": token}).status_code == 403
