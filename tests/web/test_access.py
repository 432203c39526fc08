"""Who is let in, who may do what, and what every answer carries."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from storage.records import Decision
from storage.store import Store
from tests.web.conftest import csrf, visitor
from web.access import Access, Person, Role, person_asking
from web.app import PAGES
from web.deps import Rates
from web.guard import OPEN_PATHS
from web.routes import api

PROXY = Access(
    mode="proxy",
    peers=(ip_network("10.0.0.0/24"),),
    readers=frozenset({"rita@example.org"}),
    editors=frozenset({"anna@example.org"}),
    keepers=frozenset({"kim@example.org"}),
)


def behind_proxy(store: Store, name: str = "", peer: str = "10.0.0.7") -> TestClient:
    """A browser behind a proxy that says who it is."""
    client = visitor(store, PROXY, peer)
    if name:
        client.headers["x-forwarded-user"] = name
    return client


@pytest.mark.parametrize(
    ("name", "peer", "role"),
    [
        ("rita@example.org", "10.0.0.7", Role.READER),
        ("Anna@Example.org", "10.0.0.7", Role.EDITOR),
        ("kim@example.org", "10.0.0.7", Role.KEEPER),
        ("stranger@example.org", "10.0.0.7", None),
        ("", "10.0.0.7", None),
        ("kim@example.org", "10.0.1.7", None),
        ("kim@example.org", "127.0.0.1", None),
        ("kim@example.org", "", None),
        ("kim@example.org", "not an address", None),
    ],
)
def test_a_proxy_is_believed_from_its_address_only(name: str, peer: str, role: Role | None) -> None:
    """The header of anyone else is worth nothing, and a name that is not listed neither."""
    person = person_asking(PROXY, peer, {"x-forwarded-user": name}, {"name": "kim@example.org"})
    assert (person.role if person else None) == role


@pytest.mark.parametrize(
    ("access", "peer", "person"),
    [
        (Access(), "127.0.0.1", Person("", Role.READER)),
        (Access(), "::1", Person("", Role.READER)),
        (Access(), "192.168.1.4", None),
        (Access(local_name="anna"), "127.0.0.1", Person("anna", Role.KEEPER)),
        (Access(local_name="anna"), "192.168.1.4", None),
    ],
)
def test_without_a_sign_in_only_this_machine_reads(
    access: Access, peer: str, person: Person | None
) -> None:
    """Loopback reads; it decides only under a name that was given at the start."""
    assert person_asking(access, peer, {"x-forwarded-user": "kim"}, {"name": "kim"}) == person


def test_nothing_is_shown_to_nobody(read_store: Store) -> None:
    """Every route there is refuses whoever is not known, but those that show nothing."""
    stranger = behind_proxy(read_store)
    asked = 0
    for route in (route for module in (*PAGES, api) for route in module.router.routes):
        assert isinstance(route, APIRoute)
        if route.path.startswith(OPEN_PATHS):
            continue
        path = route.path.replace("{code}", "en").replace("{table}", "flags")
        path = "/".join("1" if part.startswith("{") else part for part in path.split("/"))
        for method in sorted(route.methods or ()):
            answer = stranger.request(method, path)
            assert answer.status_code == 403, (method, path)
            assert "terms" not in answer.text.lower().replace("/terms", "")
            asked += 1
    assert asked > 30


def test_api_refuses_in_json(read_store: Store) -> None:
    """A program is told in its own way."""
    answer = behind_proxy(read_store).get("/api/v1/flags")
    assert answer.status_code == 403
    assert set(answer.json()) == {"detail"}


def decide(client: TestClient, **fields: str) -> int:
    """Try to decide the first flag, and return the status."""
    answer = client.post("/flags/1/reviews", data={"decision": "confirmed", **fields})
    return int(answer.status_code)


def test_a_reader_cannot_decide(store: Store) -> None:
    """With a token of their own even, the role is asked for."""
    reader, editor = (
        behind_proxy(store, "rita@example.org"),
        behind_proxy(store, "anna@example.org"),
    )
    assert 'action="/flags/1/reviews"' not in reader.get("/flags/1").text
    reader.cookies = editor.cookies
    token = csrf(editor)
    reader.cookies.update(editor.cookies)
    assert decide(reader, csrf=token) == 403
    assert decide(editor, csrf=token) == 303
    assert editor.post("/sources/terms/check", data={"csrf": token}).status_code == 403


def test_a_reader_is_offered_nothing_to_decide(read_store: Store) -> None:
    """Without a name to record it under, the page says so instead."""
    page = visitor(read_store, Access()).get("/flags/1").text
    assert 'method="post"' not in page
    assert "You can read here" in page


def test_a_form_of_another_site_is_refused(store: Store) -> None:
    """Without the token, with a wrong one, or started elsewhere, nothing is decided."""
    client = visitor(store)
    assert decide(client) == 403
    token = csrf(client)
    assert decide(client) == 403
    assert decide(client, csrf="guessed") == 403
    client.headers["sec-fetch-site"] = "cross-site"
    assert decide(client, csrf=token) == 403
    client.headers["sec-fetch-site"] = "same-origin"
    with store.read() as history:
        assert history.reviews(1) == ()
    assert decide(client, csrf=token) == 303
    with store.read() as history:
        assert [review.decision for review in history.reviews(1)] == [Decision.CONFIRMED]


def test_a_token_of_another_session_is_refused(store: Store) -> None:
    """A token belongs to the session that it was shown in."""
    mine, other = visitor(store), visitor(store)
    token = csrf(other)
    csrf(mine)
    assert decide(mine, csrf=token) == 403


def test_the_name_of_another_host_is_refused(read_store: Store) -> None:
    """A page elsewhere cannot have its own name lead to this machine."""
    client = visitor(read_store)
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1:8321"}).status_code == 200
    public = visitor(read_store, public_url="https://watch.example")
    assert public.get("/").status_code == 200


def test_too_many_requests_are_refused(read_store: Store) -> None:
    """A client that asks too often waits; another one does not."""
    client = visitor(read_store, rates=Rates(pages="3/minute"))
    assert [client.get("/tools").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert client.get("/static/style.css").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/flags", "/captures/1/raw", "/nope", "/static/keys.js"]
)
def test_every_answer_carries_its_guards(client: TestClient, path: str) -> None:
    """No inline script, no frame, no guessing of types, no referrer to other sites."""
    headers = client.get(path).headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_cookies_are_out_of_reach(read_store: Store) -> None:
    """Scripts cannot read them, other sites do not send them, and TLS is insisted on."""
    public = visitor(read_store, public_url="https://watch.example")
    cookie = public.get("/flags/1").headers["set-cookie"].lower()
    for wanted in ("__host-clausewatch=", "httponly", "secure", "samesite=lax", "path=/"):
        assert wanted in cookie
    assert "strict-transport-security" in public.get("/").headers
    assert "secure" not in visitor(read_store).get("/flags/1").headers["set-cookie"].lower()


def test_pages_of_a_person_are_not_kept_by_others(client: TestClient) -> None:
    """What stands between may not hand a page to someone else."""
    assert client.get("/").headers["cache-control"] == "private, no-cache"
