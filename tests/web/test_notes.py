"""Why a change weighs what it does: said in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import review.meaning
from domain.sentence import Sentence
from web.notes import NOTES, noted

FOLDER = Path(review.meaning.__file__).parent


def notes_given() -> set[str]:
    """Return what `review.meaning` may say: a text in a pair with what it weighs or its rule."""
    pairs = [
        node.elts
        for path in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Tuple) and len(node.elts) == 2
    ]
    texts = [one.value for pair in pairs for one in pair if isinstance(one, ast.Constant)]
    return {one for one in texts if isinstance(one, str) and one.count(" ") >= 2}


def test_every_note_is_said_in_german() -> None:
    """A new one has to be translated."""
    given = notes_given()
    assert len(given) > 30
    assert {one for one in given if noted(one) is None} == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("only a heading", Sentence("Only a heading", "Nur eine Überschrift")),
        (
            "A name was replaced throughout.",
            Sentence("A name was replaced throughout", NOTES["a name was replaced throughout"]),
        ),
        (
            "Only a heading; only small words changed.",
            Sentence(
                "Only a heading; only small words changed",
                "Nur eine Überschrift; nur kleine Wörter haben sich geändert",
            ),
        ),
        ("what another version wrote", None),
        ("Only a heading; what another version wrote.", None),
        ("", None),
    ],
)
def test_notes_are_found_as_they_are_stored(text: str, said: Sentence | None) -> None:
    """Of a passage as it is, of a whole change as a sentence."""
    assert noted(text) == said


def test_a_page_says_why_in_its_language(client: TestClient) -> None:
    """German pages say it in German."""
    english, german = (
        client.get("/changes/1", headers={"accept-language": one}).text for one in ("en", "de")
    )
    assert "The wording of a term changed" in english
    assert NOTES["the wording of a term changed"] in german
