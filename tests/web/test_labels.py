"""Our own words: there in both languages, used, and spoken by every page."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import web
from domain.capture import CaptureOrigin
from storage.records import Decision, Ended, FlagState
from web.labels import LABELS, SUBJECTS
from web.language import language_asked
from web.timeline import ZOOMS

FOLDER = Path(web.__file__).parent
TEXT = "\n".join(
    path.read_text(encoding="utf-8")
    for path in FOLDER.rglob("*")
    if path.suffix in {".py", ".j2"} and path.parent.name != "labels"
)


@pytest.mark.parametrize("name", LABELS)
def test_both_languages_say_the_same(name: str) -> None:
    """A value that one language shows is not lost in the other."""
    english, german = LABELS[name].en, LABELS[name].de
    assert english
    assert german
    assert _fields(english) == _fields(german)


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def test_no_subject_takes_the_name_of_another() -> None:
    """Else one phrase would stand where the other is meant."""
    assert len(LABELS) == sum(len(subject.LABELS) for subject in SUBJECTS)


def test_every_label_is_used() -> None:
    """What nobody says any more is deleted."""
    made_up = {f"state_{one}" for one in FlagState} | {f"decision_{one}" for one in Decision}
    made_up |= {f"zoom_{one}" for one in ZOOMS} | {f"origin_{one}" for one in CaptureOrigin}
    made_up |= {f"ended_{one}" for one in Ended}
    stems = {re.sub(r"_(one|many)$", "", name) for name in LABELS} - made_up
    assert {stem for stem in stems if not re.search(rf"""["']{stem}["']""", TEXT)} == set()
    assert made_up <= set(LABELS)


@pytest.mark.parametrize(
    ("cookie", "accept", "language"),
    [
        ("", "", "en"),
        ("", "de-DE,de;q=0.9,en;q=0.8", "de"),
        ("", "fr, de;q=0.4, en;q=0.7", "en"),
        ("", "en;q=0, de", "de"),
        ("de", "en", "de"),
        ("fr", "en", "en"),
        ("", ";;,q=,de;q=x,*" * 50, "en"),
    ],
)
def test_the_language_is_the_reader_s(cookie: str, accept: str, language: str) -> None:
    """The switch counts first, then what the browser prefers, then English."""
    cookies = {"clausewatch_language": cookie} if cookie else {}
    assert language_asked(cookies, accept) == language
