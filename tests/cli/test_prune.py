"""`clausewatch prune`: what would go, and what went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

PAGE = """<html><title>Privacy</title><main><h1>Privacy</h1>
<p>This policy explains what Example Ltd does with the data of its customers.</p>
<p>You may ask us for a copy of the personal data that we hold about you.</p></main>
<script nonce="{}"></script></html>"""


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    """A folder of six captures of one wording, fetched long ago."""
    folder = tmp_path / "saved"
    (folder / "page").mkdir(parents=True)
    listed = []
    for number in range(6):
        (folder / "page" / f"{number}.html").write_text(PAGE.format(number))
        at = f"2020-02-0{number + 1}T08:00:00+00:00"
        listed.append({"file": f"{number}.html", "fetched_at": at})
    page = {"id": "page", "url": "https://example.com/privacy", "captures": listed}
    (folder / "index.json").write_text(json.dumps([{**page, "kind": "privacy_policy"}]))
    (tmp_path / "watchlist.yaml").write_text("sources: []\n")
    return folder


def test_a_dry_run_changes_nothing_and_the_real_one_does_what_it_said(
    cli: Cli, captures: Path
) -> None:
    """Both print each source and the sum; afterwards there is nothing left to do."""
    assert cli("replay", captures).code == 0
    dry = cli("prune", "--dry-run")
    assert dry.code == 0
    assert "page: 4 bodies" in dry.out
    assert "4 bodies" in dry.out.splitlines()[-1]
    assert "would be let go (quiet for 180 days)" in dry.out
    done = cli("prune")
    assert done.out == dry.out.replace("would be let go", "let go")
    assert "0 bodies, 0.0 kB let go" in cli("prune").out
    assert cli("verify").code == 0


def test_days_of_the_command_line_go_before_the_settings(cli: Cli, captures: Path) -> None:
    """0 is for ever; a century keeps what is younger."""
    cli("replay", captures)
    assert "for ever" in cli("prune", "--days", "0").out
    assert "0 bodies" in cli("prune", "--days", "36525").out
    assert "4 bodies" in cli("prune", "--days", "30").out
