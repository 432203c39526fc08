"""Do two texts go by one name?

A title counts more than a heading, and each is held against its like: an excerpt whose
first section is headed "Deletion" is not titled so.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from crawler.recognition import address
from crawler.recognition.case import Case, headings_of, is_heading, title_of
from crawler.recognition.wording import content_words, words_of
from domain.document import Document

_NAMING = 3  # letters of a word that may name the site
_TIES = frozenset({"and", "at", "bei", "by", "chez", "de", "for", "from", "of", "the", "von"})


def title_agreement(case: Case) -> float | None:
    """Return 0 to 100 for how much the titles agree, None where one has no title.

    That both name the provider says nothing: "Careers at Acme" is not "Security at Acme".
    """
    old, new = _titles(case)
    site = address.site_of(case.source.url) if case.source else ""
    old_own, new_own = _without_name(old, site), _without_name(new, site)
    if old_own and new_own:
        old, new = old_own, new_own
    return fuzz.token_set_ratio(" ".join(old), " ".join(new)) if old and new else None


def lives_on(case: Case) -> bool:
    """Tell whether the headings still speak of all that the last good version's title named."""
    named = content_words([title_of(case.base)]) if case.base else frozenset()
    return len(named) > 1 and named <= content_words(case.headings)


def _titles(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of both titles, or of the first headings where one has no title."""
    if case.base is None:
        return (), ()
    old, new = _own_title(case.base), _own_title(case.document)
    if not old or not new:
        old, new = (next(iter(headings_of(text)), "") for text in (case.base, case.document))
    return words_of(old), words_of(new)


def _own_title(document: Document) -> str:
    """Return the title of a text, "" where the heading of a section stands for it."""
    sections = (block.text for block in document.blocks if is_heading(block) and block.level > 1)
    return "" if document.title in sections else document.title


def _without_name(title: tuple[str, ...], site: str) -> tuple[str, ...]:
    """Return the words of a title but for those of the site's name, and what ties them on."""
    named = [word in site and len(word) >= _NAMING for word in title]
    if not any(named):
        return title
    return tuple(
        word for word, names in zip(title, named, strict=True) if not names and word not in _TIES
    )
