"""Is the answer of the server the document? Judged before any text is extracted.

```
capture -> status -> challenge -> where we arrived -> stub that sends on -> None: go on
```

The first check that recognises a trouble names it.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from crawler.recognition import address
from crawler.recognition.page import page_of
from crawler.recognition.sentences import of_responses
from crawler.recognition.trouble import Trouble, problem
from crawler.recognition.vocabulary.challenges import BODY_MARKS, COMPANION_MARKS, HEADERS
from domain.capture import Capture
from domain.problem import Problem
from domain.watchlist import Source

_PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
# Of other errors (gone, bad gateway) the status says more than the defence that wraps them.
_CHALLENGE_STATUSES = frozenset({200, 202, 401, 403, 405, 429, 503})
_STATUSES: dict[int, Trouble] = {
    HTTPStatus.PARTIAL_CONTENT: of_responses.ONLY_A_PART,
    HTTPStatus.NOT_FOUND: of_responses.GONE,
    HTTPStatus.GONE: of_responses.GONE,
    HTTPStatus.UNAUTHORIZED: of_responses.NEEDS_LOGIN,
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: of_responses.NEEDS_LOGIN,
    HTTPStatus.FORBIDDEN: of_responses.REFUSED,
    HTTPStatus.TOO_MANY_REQUESTS: of_responses.TOO_OFTEN,
}
_CHALLENGE_WORDS = 120  # a challenge explains itself in fewer words than a document has
_STUB_WORDS = 60
_SCRIPTED_STUB_WORDS = 15
_IMMEDIATE = 15  # seconds: who waits longer shows a page that is meant to be read


def problem_of_response(capture: Capture, source: Source) -> Problem | None:
    """Return why the answer cannot be the document, None when nothing speaks against it."""
    return next((found for check in _CHECKS if (found := check(capture, source))), None)


def moved_to(capture: Capture, source: Source) -> str:
    """Return where the document moved for good, "" when it did not.

    It did when every hop was permanent (301, 308) and the address where we arrived
    differs by more than normalisation.
    """
    hops = capture.redirects
    permanent = bool(hops) and all(hop.status in _PERMANENT for hop in hops)
    arrived = _arrived(capture)
    return arrived if permanent and not address.is_same(arrived, source.url) else ""


def _challenge_header(capture: Capture, _source: Source) -> Problem | None:
    for name, values, defence in HEADERS:
        if capture.header(name).strip().lower() in values:
            return problem(of_responses.CHALLENGED, defence=defence)
    return None


def _challenge_body(capture: Capture, _source: Source) -> Problem | None:
    """Marks of a bot defence count where there is next to no text beside them."""
    if capture.status not in _CHALLENGE_STATUSES:
        return None
    refused = capture.status != HTTPStatus.OK
    body = capture.body.lower()
    marks = BODY_MARKS + COMPANION_MARKS if refused else BODY_MARKS
    defence = next((name for mark, name in marks if mark in body), "")
    page = page_of(capture) if defence else None
    if page is None or page.word_count > _CHALLENGE_WORDS:
        return None
    return problem(of_responses.CHALLENGED_BY_MARKS, defence=defence)


def _status(capture: Capture, _source: Source) -> Problem | None:
    trouble = _STATUSES.get(capture.status)
    if trouble is None and capture.status >= HTTPStatus.BAD_REQUEST:
        trouble = of_responses.HTTP_ERROR
    if trouble is None and capture.status >= HTTPStatus.MULTIPLE_CHOICES:
        trouble = of_responses.ENDLESS_REDIRECT
    return problem(trouble, status=capture.status) if trouble else None


def _destination(capture: Capture, source: Source) -> Problem | None:
    """Judge by its address alone the page where redirects led.

    An address of the same site that is merely unlike passes: whether the document is
    there is for its text to say.
    """
    arrived = _arrived(capture)
    if address.is_alike(arrived, source.url):
        return None
    if address.is_login(arrived):
        return problem(of_responses.LOGIN_PAGE)
    trouble = _trouble_of_address(arrived, source.url)
    return problem(trouble, address=arrived) if trouble else None


def _trouble_of_address(arrived: str, named: str) -> Trouble | None:
    if address.is_error(arrived):
        return of_responses.REDIRECTED_TO_ERROR
    if address.is_home(arrived) and not address.is_home(named):
        return of_responses.REDIRECTED_HOME
    if address.is_above(arrived, named):
        return of_responses.REDIRECTED_UP
    elsewhere = address.site_of(arrived) != address.site_of(named)
    return of_responses.REDIRECTED_AWAY if elsewhere else None


def _stub(capture: Capture, _source: Source) -> Problem | None:
    """A page without text of its own that sends its visitor on by meta tag or script."""
    page = page_of(capture)
    if page is None:
        return None
    if page.refresh and page.refresh_after <= _IMMEDIATE and page.word_count <= _STUB_WORDS:
        return problem(of_responses.SENDS_ON, address=page.refresh)
    if page.sends_to and page.word_count <= _SCRIPTED_STUB_WORDS:
        return problem(of_responses.SENDS_ON, address=page.sends_to)
    return None


def _arrived(capture: Capture) -> str:
    if capture.final_url:
        return capture.final_url
    return capture.redirects[-1].url if capture.redirects else capture.requested_url


_CHECKS: tuple[Callable[[Capture, Source], Problem | None], ...] = (
    _challenge_header,
    _challenge_body,
    _status,
    _destination,
    _stub,
)
