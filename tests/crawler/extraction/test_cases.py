"""Pages that show one trouble each: a folder holds the input and the expected wording.

`input.html` is read as the server sent it; `expected.txt` has one block a line (see
`rendering.py`); `case.json` may name selectors, a header, the title, the language, or
another case that must have the same wording although its markup is different.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import Extraction, extract
from domain.capture import Capture
from domain.watchlist import Source
from tests.crawler.extraction.rendering import rendered

CASES = Path(__file__).parent / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir())


def settings_of(name: str) -> dict[str, Any]:
    """Return what case.json says, {} when there is none."""
    file = CASES / name / "case.json"
    return json.loads(file.read_text()) if file.exists() else {}


def extraction_of(name: str) -> Extraction:
    """Extract the input of a case with its settings."""
    settings = settings_of(name)
    headers = (("content-type", settings.get("content_type", "")),)
    capture = Capture(
        "case",
        "https://nimbus.example/page",
        datetime(2026, 5, 1, tzinfo=UTC),
        (CASES / name / "input.html").read_bytes(),
        headers=headers,
    )
    source = Source(
        id="case",
        url="https://nimbus.example/page",
        select=tuple(settings.get("select", ())),
        remove=tuple(settings.get("remove", ())),
    )
    return extract(capture, source)


@pytest.mark.parametrize("name", NAMES)
def test_only_the_wording_of_the_page_is_kept(name: str) -> None:
    """What a reader calls the text is kept, whole and in order; nothing else is."""
    expected = (CASES / name / "expected.txt").read_text()
    assert rendered(extraction_of(name).document) == expected


@pytest.mark.parametrize("name", [name for name in NAMES if settings_of(name)])
def test_what_a_case_says_of_its_page_holds(name: str) -> None:
    """Title, language, recipe and the sameness of wording under other markup."""
    settings, extraction = settings_of(name), extraction_of(name)
    document = extraction.document
    assert document.title == settings.get("title", document.title)
    assert document.language == settings.get("language", document.language)
    assert extraction.recipe == settings.get("recipe", extraction.recipe)
    if "same_wording_as" in settings:
        assert document.text == extraction_of(settings["same_wording_as"]).document.text
