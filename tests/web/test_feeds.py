"""Atom feeds of flags: where they are, what stands in them, and who may read them."""

from __future__ import annotations

from ipaddress import ip_network
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor
from web.access import Access

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("/feeds/all.atom", 3),
        ("/feeds/tools/lumen.atom", 3),
        ("/feeds/criteria/retention.atom", 1),
    ],
)
def test_a_feed_holds_the_flags_it_is_about(client: TestClient, path: str, entries: int) -> None:
    """Well-formed, linked to the pages, the text of providers escaped."""
    answer = client.get(path)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314 - we made it
    found = feed.findall(f"{ATOM}entry")
    assert len(found) == entries
    links = [entry.find(f"{ATOM}link").attrib["href"] for entry in found]  # type: ignore[union-attr]
    assert all(client.get(link).status_code == 200 for link in links)
    assert site.EVIL not in answer.text
    own = feed.find(f"{ATOM}link").attrib["href"]  # type: ignore[union-attr]
    assert own == f"http://localhost{path}"


def test_a_feed_is_not_sent_twice(client: TestClient) -> None:
    """Readers ask every few minutes: 304 until there is another flag."""
    tag = client.get("/feeds/all.atom").headers["etag"]
    again = client.get("/feeds/all.atom", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_pages_lead_to_their_feed(client: TestClient) -> None:
    """Feed readers find the feed of all flags everywhere, that of a tool on its page."""
    link = '<link rel="alternate" type="application/atom+xml" href="{}"'
    assert link.format("/feeds/all.atom") in client.get("/").text
    page = client.get("/tools/lumen").text
    assert page.index(link.format("/feeds/tools/lumen.atom")) < page.index(
        link.format("/feeds/all.atom")
    )


@pytest.mark.parametrize("path", ["/feeds/tools/nobody.atom", "/feeds/criteria/nothing.atom"])
def test_there_is_no_feed_of_what_is_not_watched(client: TestClient, path: str) -> None:
    """404, not an empty feed."""
    assert client.get(path).status_code == 404


def test_feeds_are_for_those_who_may_read_the_pages(read_store: Store) -> None:
    """Nothing is told to nobody."""
    access = Access(mode="proxy", peers=(ip_network("10.0.0.7"),), readers=frozenset({"anna"}))
    stranger = visitor(read_store, access, peer="10.0.0.7")
    assert stranger.get("/feeds/all.atom").status_code == 403
    known = stranger.get("/feeds/all.atom", headers={"x-forwarded-user": "anna"})
    assert known.status_code == 200
