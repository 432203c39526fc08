"""Our own words: there in both languages, and used."""

from __future__ import annotations

import re
from importlib.resources import files
from string import Formatter

import pytest

from alerts.labels import LABELS
from alerts.wording import label
from domain import names
from domain.sentence import Sentence

SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (files("alerts"), files("alerts").joinpath("templates"))
    for path in folder.iterdir()
    if path.name.endswith((".py", ".j2")) and path.name != "labels.py"
)


def fields(text: str) -> set[str | None]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


@pytest.mark.parametrize("name", LABELS)
def test_both_languages_say_the_same(name: str) -> None:
    """A value that one language shows is not lost in the other."""
    english, german = LABELS[name].en, LABELS[name].de
    assert english
    assert german
    assert fields(english) == fields(german)


def test_every_label_is_used() -> None:
    """What nobody says any more is deleted."""
    stems = {re.sub(r"_(one|many)$", "", name) for name in LABELS}
    cuts = {f"cut_{edit}" for edit in ("equal", "insert", "delete", "mixed")}
    unused = {stem for stem in stems - cuts if not re.search(rf"""["']{stem}["']""", SOURCES)}
    assert not unused


@pytest.mark.parametrize(
    "table",
    [
        "STATUSES",
        "URGENCIES",
        "EVIDENCE",
        "PASSAGES",
        "DOCUMENTS",
        "PROBLEMS",
        "SIGNIFICANCES",
        "FINDINGS",
    ],
)
def test_every_value_has_a_name(table: str) -> None:
    """A value that is added to the domain is named here before it can break a mail."""
    named: dict[object, Sentence] = getattr(names, table)
    assert set(named) == set(type(next(iter(named))))  # type: ignore[call-overload]


def test_one_is_not_many() -> None:
    """Counts are written as people write them."""
    assert label("cut_equal", "en", n=1) == "… 1 word unchanged …"
    assert label("cut_equal", "de", n=2) == "… 2 Wörter unverändert …"
