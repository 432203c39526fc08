"""What the settings make of who may come in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from clausewatch.serving import access_of, web_deps
from clausewatch.settings import Settings
from domain.errors import ConfigurationError
from web.access import Role
from web.app import create_app

OIDC = {
    "CLAUSEWATCH_WEB_SIGN_IN": "oidc",
    "CLAUSEWATCH_WEB_OIDC_ISSUER": "https://login.example",
    "CLAUSEWATCH_WEB_OIDC_CLIENT": "clausewatch",
    "CLAUSEWATCH_WEB_OIDC_SECRET": "a secret",
    "CLAUSEWATCH_PUBLIC_URL": "https://watch.example",
}
WATCHLIST = "sources:\n  - id: terms\n    url: https://lumen.example/terms\n"


def settings(folder: Path, **env: str) -> Settings:
    """Settings of an environment, with a small watchlist."""
    (folder / "watchlist.yaml").write_text(WATCHLIST, encoding="utf-8")
    return Settings.load({"CLAUSEWATCH_STORE": f"sqlite:///{folder / 's.db'}", **env}, folder)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "watch.example", "::"])  # noqa: S104 - refused
def test_without_a_sign_in_it_is_not_opened_to_others(tmp_path: Path, host: str) -> None:
    """To listen elsewhere than on this machine, someone has to be known."""
    with pytest.raises(ConfigurationError, match="sign_in"):
        web_deps(settings(tmp_path), host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_may_look(tmp_path: Path, host: str) -> None:
    """Read-only, with a secret made up for the run."""
    deps = web_deps(settings(tmp_path), host=host)
    assert deps.access.local_name == ""
    assert len(deps.secret) > 30
    deps.store.close()


def test_secrets_are_not_shown(tmp_path: Path) -> None:
    """Neither in a log nor in a trace."""
    env = {"CLAUSEWATCH_WEB_SECRET": "only for tests"}
    deps = web_deps(settings(tmp_path, **env))
    assert deps.secret == env["CLAUSEWATCH_WEB_SECRET"]
    assert deps.secret not in repr(deps)
    assert "a secret" not in repr(access_of(settings(tmp_path, **OIDC)))
    deps.store.close()


def test_roles_come_from_the_settings(tmp_path: Path) -> None:
    """Names are compared without regard to capitals."""
    access = access_of(
        settings(
            tmp_path,
            CLAUSEWATCH_WEB_SIGN_IN="proxy",
            CLAUSEWATCH_WEB_PROXY_PEERS='["10.0.0.0/24", "10.1.0.1"]',
            CLAUSEWATCH_WEB_EDITORS='["Anna@example.org"]',
            CLAUSEWATCH_WEB_READERS='["*"]',
        )
    )
    assert access.role_of("anna@EXAMPLE.org") is Role.EDITOR
    assert access.role_of("whoever") is Role.READER
    assert len(access.peers) == 2


@pytest.mark.parametrize("missing", sorted(OIDC.keys() - {"CLAUSEWATCH_WEB_SIGN_IN"}))
def test_half_a_provider_is_refused(tmp_path: Path, missing: str) -> None:
    """Each setting that a sign-in needs is asked for before anything is opened."""
    env = {name: value for name, value in OIDC.items() if name != missing}
    with pytest.raises(ConfigurationError):
        web_deps(settings(tmp_path, **env))


def test_a_proxy_nobody_is_believed_from_is_refused(tmp_path: Path) -> None:
    """Nobody could ever come in."""
    with pytest.raises(ConfigurationError, match="proxy_peers"):
        settings(tmp_path, CLAUSEWATCH_WEB_SIGN_IN="proxy")
    with pytest.raises(ConfigurationError, match="network"):
        settings(
            tmp_path, CLAUSEWATCH_WEB_SIGN_IN="proxy", CLAUSEWATCH_WEB_PROXY_PEERS='["10.0.0"]'
        )


def test_other_commands_do_not_wait_for_a_web_server() -> None:
    """The command line loads the server only to serve."""
    code = "import sys, clausewatch.cli; sys.exit('web.app' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_an_edit_of_the_watchlist_is_seen_without_a_restart(tmp_path: Path) -> None:
    """On pages and in the API; one with faults is left aside until it is mended."""
    given = settings(tmp_path)
    deps = web_deps(given)
    deps.store.migrate()
    client = TestClient(create_app(deps), base_url="http://localhost", client=("127.0.0.1", 1))

    def watched() -> list[str]:
        listed = [one["id"] for one in client.get("/api/v1/sources").json()]
        shown = client.get("/sources").text
        assert all(f"/sources/{one}" in shown for one in listed)
        return listed

    def edit(text: str) -> None:
        given.watchlist.write_text(text, encoding="utf-8")
        os.utime(given.watchlist, ns=(0, given.watchlist.stat().st_mtime_ns + 1_000_000_000))

    assert watched() == ["terms"]
    edit(WATCHLIST + "  - {id: help, url: https://lumen.example/help}\n")
    assert watched() == ["terms", "help"]
    edit("sources: [")
    assert watched() == ["terms", "help"]
    edit(WATCHLIST)
    assert watched() == ["terms"]
    deps.store.close()
