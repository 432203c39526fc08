"""Why a capture is not the document, in words an editor can act on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.sentence import Sentence


class ProblemKind(StrEnum):
    """What kept the document from us. The value is stable: it is stored."""

    UNREACHABLE = "unreachable"  # no address, no connection, time-out, TLS
    REFUSED_ADDRESS = "refused_address"  # private or loopback address
    ROBOTS = "robots"  # robots.txt asks us not to fetch
    HTTP_ERROR = "http_error"  # 4xx and 5xx that say nothing more
    GONE = "gone"  # 404, 410
    BLOCKED = "blocked"  # a challenge or block page of a bot defence
    LOGIN = "login"
    CONSENT = "consent"  # only the cookie dialog arrived
    ERROR_PAGE = "error_page"  # status 200, but the page reports an error
    REDIRECT_STUB = "redirect_stub"  # a page that only says it moved
    MOVED = "moved"  # redirected to another document or host
    MOVED_PERMANENTLY = "moved_permanently"  # 301/308 to the same document: followed
    SHELL = "shell"  # scripts without text: needs a browser
    EMPTY = "empty"
    COLLAPSED = "collapsed"  # most of the last good version is missing
    EXPLODED = "exploded"  # the text is many times the last good version
    OTHER_LANGUAGE = "other_language"
    OTHER_DOCUMENT = "other_document"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"  # broken PDF, unknown type
    CRASHED = "crashed"  # fetching or reading this source ended its process


@dataclass(frozen=True, slots=True)
class Problem:
    """A capture (or its absence) that is not the document.

    `certain` problems open at once; the others wait for a second fetch to agree.
    """

    kind: ProblemKind
    what: Sentence
    advice: Sentence
    certain: bool = False
