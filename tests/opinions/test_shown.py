"""What an opinion looks like where flags are listed and decided."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from domain.flag import Priority
from domain.opinion import Opinion
from domain.sentence import Sentence
from storage.store import Store
from tests.cli.conftest import Cli, cli
from tests.storage.samples import NOON, add_change, flag

__all__ = ["cli"]  # a fixture

OPINION = Opinion(
    "small-model",
    agrees=False,
    summary=Sentence("Only [bold]the list[/bold] changed.", "Nur die Liste ist anders."),
    reason="The <b>promise</b> reads as before.",
)


@pytest.fixture
def numbers(tmp_path: Path) -> list[int]:
    """Three flags, the first two with an opinion against them; one of those rests on evidence."""
    store = Store(f"sqlite:///{tmp_path / 'clausewatch.sqlite3'}")
    store.migrate()
    with store.work() as work:
        flags = [
            flag("evidence", priority=Priority.EVIDENCE),
            replace(flag("direction", priority=Priority.DIRECTION), evidence=()),
            flag("normal", priority=Priority.NORMAL),
        ]
        found = work.record_flags(add_change(work), "terms", flags, NOON)
        for number in found[:2]:
            work.record_opinion(number, OPINION, NOON)
    store.close()
    return found


def test_a_flag_is_shown_with_the_opinion_of_the_model(cli: Cli, numbers: list[int]) -> None:
    """By name, as text: nothing in it is taken for markup."""
    out = cli("review", str(numbers[0])).out
    assert "Second opinion of small-model, which does not agree: Only [bold]the list[/bold]" in out
    assert "The <b>promise</b> reads as before." in out
    assert "We keep logs." in out


def test_a_list_shows_it_too_and_hides_nothing(cli: Cli, numbers: list[int]) -> None:
    """Touched evidence keeps its place; what was lowered comes after its equals."""
    out = cli("flags").out
    assert re.findall(r"/ (\w+)  open, (\w+)", out) == [
        ("evidence", "evidence"),
        ("normal", "normal"),
        ("direction", "normal"),
    ]
    assert out.count("Second opinion of small-model") == 2
    assert len(numbers) == 3


def test_programs_get_all_of_it(cli: Cli, numbers: list[int]) -> None:
    """With the priority that is shown beside the one that was found."""
    first, last, lowered = map(json.loads, cli("flags", "-f", "json").out.splitlines())
    assert first["id"] == numbers[0]
    assert first["opinions"][0]["model"] == "small-model"
    assert first["opinions"][0]["summary"]["de"] == "Nur die Liste ist anders."
    assert (first["priority"], first["shown_priority"]) == ("evidence", "evidence")
    assert (lowered["priority"], lowered["shown_priority"]) == ("direction", "normal")
    assert last["opinions"] == []
