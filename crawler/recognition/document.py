"""Is the extracted text the document? Judged after extraction, before a version is made.

```
document -> the last good version again?  -> only: error, login or gap inside, cut off
         -> stub, challenge, error, login, cookie dialog, shell, empty
         -> other language, other document, a page of a table, collapsed, exploded
         -> None: it is the document
```

The first check that recognises a trouble names it: from what stands in for a document to
what merely differs from the last good version.
"""

from __future__ import annotations

from collections.abc import Callable

from crawler.recognition.case import Case
from crawler.recognition.consent import consent_wall
from crawler.recognition.continuity import (
    collapsed,
    exploded,
    other_document,
    other_language,
)
from crawler.recognition.cut_off import cut_off
from crawler.recognition.gaps import gate_inside, section_not_loaded
from crawler.recognition.pagination import part_of_table
from crawler.recognition.stand_ins import (
    challenge,
    empty,
    error_inside,
    error_page,
    login_page,
    redirect_stub,
    shell,
)
from domain.capture import Capture
from domain.document import Document
from domain.problem import Problem
from domain.watchlist import Source

_ALWAYS: tuple[Callable[[Case], Problem | None], ...] = (
    error_inside,
    gate_inside,
    section_not_loaded,
    cut_off,
)
_UNFAMILIAR: tuple[Callable[[Case], Problem | None], ...] = (
    redirect_stub,
    challenge,
    error_page,
    login_page,
    consent_wall,
    shell,
    empty,
    other_language,
    other_document,
    part_of_table,
    collapsed,
    exploded,
)


def problem_of_document(
    document: Document,
    capture: Capture | None,
    source: Source | None,
    base: Document | None,
    kept_share: float = 1.0,
) -> Problem | None:
    """Return why the text is not the document, None when nothing speaks against it.

    `base` is the last good version, None at the first capture; `kept_share` the share
    (0 to 1) of the page's own text that the extraction kept.
    """
    case = Case(document, capture, source, base, kept_share)
    checks = _ALWAYS if case.is_familiar else _UNFAMILIAR + _ALWAYS
    return next((found for check in checks if (found := check(case))), None)
