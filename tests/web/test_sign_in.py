"""Signing in at a provider of our own making, on loopback."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import uvicorn
from fastapi import FastAPI, Form
from fastapi.responses import RedirectResponse
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from playwright.sync_api import sync_playwright

from storage.store import Store
from tests.web import site
from tests.web.conftest import csrf, visitor
from tests.web.test_browser import CHROMIUM, faults_of
from web.access import Access, Provider
from web.app import create_app

Code = Annotated[str, Form()]
PUBLIC = "https://watch.example"
ANNA = {"sub": "17", "email": "anna@example.org", "email_verified": True}


@dataclass
class FakeProvider:
    """A provider that vouches for whatever it is told to."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=lambda: dict(ANNA))
    audience: str = "clausewatch"
    nonces: dict[str, str] = field(default_factory=dict)
    challenges: list[str] = field(default_factory=list)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))

    def application(self) -> FastAPI:
        """Return the addresses that a sign-in needs; whoever comes is sent back at once."""
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def configuration() -> dict[str, Any]:
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }

        @app.get("/authorize")
        def authorize(state: str, nonce: str, redirect_uri: str) -> RedirectResponse:
            self.nonces[state] = nonce
            return RedirectResponse(f"{redirect_uri}?state={state}&code={state}")

        @app.get("/keys")
        def keys() -> dict[str, Any]:
            return {"keys": [self.key.as_dict(private=False)]}

        @app.post("/token")
        def token(code: Code, code_verifier: Code) -> dict[str, Any]:
            now = int(time.time())
            claims = {
                "iss": self.address,
                "aud": self.audience,
                "iat": now,
                "exp": now + 60,
                "nonce": self.nonces[code],
                **self.claims,
            }
            assert code_verifier
            signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)
            return {"access_token": "unused", "token_type": "Bearer", "id_token": signed}

        return app


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    """The provider, answering on a port that the system chose."""
    fake = FakeProvider()
    server = uvicorn.Server(uvicorn.Config(fake.application(), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    fake.address = f"http://127.0.0.1:{port}"
    yield fake
    server.should_exit = True
    thread.join()


@pytest.fixture
def browser(read_store: Store, provider: FakeProvider) -> TestClient:
    """A browser that has not signed in."""
    return visitor(read_store, access(provider), "203.0.113.9", public_url=PUBLIC)


def access(provider: FakeProvider) -> Access:
    """Let in whom the provider knows as Anna."""
    return Access(
        mode="oidc",
        provider=Provider(provider.address, "clausewatch", "a secret"),
        editors=frozenset({"anna@example.org"}),
    )


def sent_to(provider: FakeProvider, browser: TestClient, path: str) -> str:
    """Follow the way to the provider, and return the state that has to come back."""
    asked = browser.get(path)
    assert asked.headers["location"].startswith("/sign-in?back=")
    left = str(browser.get(asked.headers["location"]).headers["location"])
    assert left.startswith(f"{provider.address}/authorize?")
    query = parse_qs(urlsplit(left).query)
    assert query["redirect_uri"] == [f"{PUBLIC}/sign-in/done"]
    assert query["code_challenge_method"] == ["S256"]
    provider.nonces["code"] = query["nonce"][0]
    return query["state"][0]


def test_one_signs_in_and_comes_back_to_the_page(
    provider: FakeProvider, browser: TestClient
) -> None:
    """The page that was asked for is shown, under the name the provider gave; out again."""
    state = sent_to(provider, browser, "/flags/1?after=2")
    done = browser.get("/sign-in/done", params={"state": state, "code": "code"})
    assert done.headers["location"] == "/flags/1?after=2"
    page = browser.get("/flags/1")
    assert "anna@example.org" in page.text
    assert 'action="/flags/1/reviews"' in page.text
    assert browser.post("/sign-out", data={"csrf": csrf(browser)}).status_code == 303
    assert browser.get("/flags/1").headers["location"].startswith("/sign-in")


def test_who_is_not_listed_stays_outside(provider: FakeProvider, browser: TestClient) -> None:
    """The provider knows them; we do not."""
    provider.claims = {**ANNA, "email": "stranger@example.org"}
    state = sent_to(provider, browser, "/")
    browser.get("/sign-in/done", params={"state": state, "code": "code"})
    refused = browser.get("/flags/1")
    assert refused.status_code == 403
    assert browser.get("/api/v1/flags").status_code == 403
    assert "stranger@example.org" in refused.text
    assert "It changed" not in refused.text


def test_who_stays_outside_can_leave_and_come_back_as_another(
    provider: FakeProvider, browser: TestClient
) -> None:
    """Signing out is open to them; the provider is asked not to send back the same person."""
    provider.claims = {**ANNA, "email": "stranger@example.org"}
    state = sent_to(provider, browser, "/")
    browser.get("/sign-in/done", params={"state": state, "code": "code"})
    assert 'href="/sign-in?as_another=1"' in browser.get("/").text
    again = str(browser.get("/sign-in?as_another=1").headers["location"])
    assert parse_qs(urlsplit(again).query)["prompt"] == ["login"]
    assert browser.post("/sign-out", data={"csrf": csrf(browser)}).status_code == 303
    assert browser.get("/").headers["location"].startswith("/sign-in")
    asked = str(browser.get("/sign-in").headers["location"])
    assert "prompt" not in parse_qs(urlsplit(asked).query)


@pytest.mark.parametrize(("subject", "status"), [("17", 303), (ANNA["email"], 401), ("", 401)])
def test_a_mail_address_counts_only_when_verified(
    provider: FakeProvider, browser: TestClient, subject: str, status: int
) -> None:
    """Elsewhere anyone may call themselves Anna, even in the subject; a number names nobody."""
    provider.claims = {**ANNA, "email_verified": False, "sub": subject}
    state = sent_to(provider, browser, "/")
    done = browser.get("/sign-in/done", params={"state": state, "code": "code"})
    assert done.status_code == status
    assert browser.get("/").status_code != 200


@pytest.mark.parametrize("fault", ["state", "nonce", "audience", "party", "issuer", "refused"])
def test_what_does_not_belong_together_is_refused(
    provider: FakeProvider, browser: TestClient, fault: str
) -> None:
    """An answer to another question, or for another application, signs nobody in."""
    state = sent_to(provider, browser, "/")
    if fault == "nonce":
        provider.nonces["code"] = "another"
    if fault == "audience":
        provider.audience = "another"
    if fault == "party":
        provider.audience = "another"
        provider.claims["azp"] = "clausewatch"
    if fault == "issuer":
        provider.claims["iss"] = "https://another.example"
    params = {"state": "another" if fault == "state" else state, "code": "code"}
    if fault == "refused":
        params["error"] = "access_denied"
    assert browser.get("/sign-in/done", params=params).status_code == 401
    assert browser.get("/").headers["location"].startswith("/sign-in")


def test_a_provider_that_is_down_is_told(read_store: Store) -> None:
    """The page says so; nothing breaks."""
    access = Access(mode="oidc", provider=Provider("http://127.0.0.1:9", "c", "s"))
    browser = visitor(read_store, access, "203.0.113.9", public_url=PUBLIC)
    assert browser.get("/sign-in").status_code == 502


def test_programs_are_told_to_sign_in(browser: TestClient) -> None:
    """The API redirects nobody."""
    assert browser.get("/api/v1/flags").status_code == 401


def test_there_is_no_sign_in_where_none_is_configured(client: TestClient) -> None:
    """The page says so, and what to do instead."""
    for path in ("/sign-in", "/sign-in/done"):
        page = client.get(path)
        assert page.status_code == 404
        assert "This server has no sign-in configured." in page.text
        assert "clausewatch serve --as NAME" in page.text
    assert client.get("/health").text == "ok"


def test_behind_a_proxy_the_proxy_signs_in(read_store: Store) -> None:
    """The page sends people there, not to a setting."""
    page = visitor(read_store, Access(mode="proxy"), "203.0.113.9").get("/sign-in")
    assert page.status_code == 404
    assert "The proxy in front of it does" in page.text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is on the PATH")
def test_a_sign_in_in_a_real_browser(read_store: Store, provider: FakeProvider) -> None:
    """A stranger is told who they are and leaves; an editor comes to the page; all accessible."""
    with answering(read_store, provider) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = chromium.new_page()
        provider.claims = {**ANNA, "email": "stranger@example.org"}
        page.goto(f"{address}/flags/2")
        assert "You are signed in as stranger@example.org." in page.inner_text("main")
        assert faults_of(page) == []
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in/out")
        assert faults_of(page) == []
        provider.claims = dict(ANNA)
        page.goto(f"{address}/flags/2")
        assert page.url == f"{address}/flags/2"
        assert page.locator(".who").inner_text() == "anna@example.org"
        assert page.locator("form[action='/flags/2/reviews']").count() == 1
        chromium.close()


@contextmanager
def answering(store: Store, provider: FakeProvider) -> Iterator[str]:
    """Run the application on a port that the system chose, its sign-in at the provider."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app = create_app(site.deps(store, access(provider), public_url=address))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield address
        server.should_exit = True
        thread.join()
