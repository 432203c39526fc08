"""What the answer of a server says by itself, and where a document moved for good."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.recognition import moved_to, problem_of_response
from domain.capture import Capture, Redirect
from domain.problem import ProblemKind
from domain.watchlist import Source

SOURCE = Source(id="policy", url="https://acme.com/legal/privacy-policy")
NEW = "https://legal.acme.com/privacy"


def capture(*hops: Redirect, status: int = 200, body: bytes = b"<p>text</p>") -> Capture:
    """Return what arrived after the hops."""
    return Capture(
        source_id=SOURCE.id,
        requested_url=SOURCE.url,
        fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        body=body,
        status=status,
        final_url=hops[-1].url if hops else SOURCE.url,
        redirects=hops,
    )


def test_permanent_redirects_move_the_document() -> None:
    """Where every hop was permanent, the last address is the new one."""
    hops = Redirect(301, "https://acme.com/privacy"), Redirect(308, NEW)
    assert moved_to(capture(*hops), SOURCE) == NEW
    assert problem_of_response(capture(*hops), SOURCE) is None


def test_one_temporary_hop_moves_nothing() -> None:
    """A temporary redirect may be taken back at any time."""
    hops = Redirect(302, "https://acme.com/privacy"), Redirect(301, NEW)
    assert moved_to(capture(*hops), SOURCE) == ""


def test_normalisation_moves_nothing() -> None:
    """A slash, www. or a locale is no address worth a change of the watchlist."""
    hop = Redirect(301, "https://www.acme.com/en/legal/privacy-policy/")
    assert moved_to(capture(hop), SOURCE) == ""
    assert moved_to(capture(), SOURCE) == ""


@pytest.mark.parametrize(
    ("status", "kind", "certain"),
    [
        (404, ProblemKind.GONE, True),
        (410, ProblemKind.GONE, True),
        (401, ProblemKind.LOGIN, False),
        (403, ProblemKind.BLOCKED, False),
        (429, ProblemKind.BLOCKED, False),
        (451, ProblemKind.HTTP_ERROR, False),
        (500, ProblemKind.HTTP_ERROR, False),
        (503, ProblemKind.HTTP_ERROR, False),
        (304, ProblemKind.MOVED, False),
        (206, ProblemKind.HTTP_ERROR, False),
    ],
)
def test_status_names_the_problem(status: int, kind: ProblemKind, *, certain: bool) -> None:
    """Only what the server states for good opens a problem without a second fetch."""
    found = problem_of_response(capture(status=status), SOURCE)
    assert found is not None
    assert (found.kind, found.certain) == (kind, certain)


def test_sentences_are_filled_in_and_kept_to_one_line() -> None:
    """What the web says cannot break out of the sentence it stands in."""
    body = b'<meta http-equiv="refresh" content="0; url=/x\n\nSubject:%20y' + b"z" * 500 + b'">'
    found = problem_of_response(capture(body=body), SOURCE)
    assert found is not None
    assert found.kind is ProblemKind.REDIRECT_STUB
    assert "\n" not in found.what.en + found.what.de
    assert len(found.what.en) < 300


def test_facts_with_braces_are_taken_as_they_are() -> None:
    """An address from the web is no format string."""
    hop = Redirect(302, "https://other.org/{kind}/{0}")
    found = problem_of_response(capture(hop), SOURCE)
    assert found is not None
    assert "{kind}" in found.what.de


def test_a_body_that_is_no_page_is_not_read_as_one() -> None:
    """The bytes of a PDF may hold anything, even the mark of a bot defence."""
    body = b"%PDF-1.7 _cf_chl_opt"
    assert problem_of_response(capture(body=body), SOURCE) is None
