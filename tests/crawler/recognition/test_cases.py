"""Each folder of `cases` is one answer of a server, judged the way a check judges it.

`input.html` is the body, `headers.json` the rest of the answer, `base.html` the page of
the last good version where there is one, and `expected.json` the kind of problem (null:
it is the document; "a|b" where both names of a trouble are right).
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import extract
from crawler.recognition import problem_of_document, problem_of_response
from domain.capture import Capture, Redirect
from domain.document import Document
from domain.problem import Problem
from domain.watchlist import Source

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_case_is_recognised(folder: Path) -> None:
    """A page is called the problem that its folder expects, or none."""
    answer = json.loads((folder / "headers.json").read_text(encoding="utf-8"))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    source = Source(id="page", url=answer["url"], language=answer.get("language", ""))
    base_page = folder / "base.html"
    base = _document(source, base_page.read_bytes()) if base_page.exists() else None

    found = _problem(_capture(source, answer, (folder / "input.html").read_bytes()), source, base)

    kinds = (expected["problem"] or "").split("|")
    assert (found.kind.value if found else "") in kinds, found
    if found and "certain" in expected:
        assert found.certain is expected["certain"]


def _problem(capture: Capture, source: Source, base: Document | None) -> Problem | None:
    found = problem_of_response(capture, source)
    if found:
        return found
    extraction = extract(capture, source, base=base)
    return problem_of_document(extraction.document, capture, source, base, extraction.kept_share)


def _document(source: Source, body: bytes) -> Document:
    answer = {"status": 200, "headers": {"content-type": "text/html; charset=utf-8"}}
    return extract(_capture(source, answer, body), source).document


def _capture(source: Source, answer: dict[str, Any], body: bytes) -> Capture:
    return Capture(
        source_id=source.id,
        requested_url=source.url,
        fetched_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
        body=body,
        status=answer["status"],
        headers=tuple(answer["headers"].items()),
        final_url=answer.get("final_url", source.url),
        redirects=tuple(Redirect(*hop) for hop in answer.get("redirects", ())),
    )
