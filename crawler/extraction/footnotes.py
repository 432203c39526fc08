"""Terms that a page puts into its foot or beside its text.

A foot is menus, addresses and offers; but a remark on the terms may stand there, too, such
as what an asterisk in a table stands for. Only the paragraphs that say it are text: the
teasers of articles on data take turns there.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.extraction.looks import LINKED, link_share, terms_of
from crawler.extraction.statements import says_what_is_done
from crawler.extraction.tags import INLINE

_TAGS = frozenset({"footer", "aside"})
_ROLES = frozenset({"contentinfo", "complementary"})
_PARAGRAPHS = ("p", "li", "td", "dd", "blockquote", "div", "small", "span")
_FIELDS = ("input", "textarea", "select", "button", "form")


def footnotes(part: HtmlElement) -> list[HtmlElement]:
    """Return the innermost paragraphs of a foot or an aside that say what becomes of data."""
    if not _is_beside(part):
        return []
    inline = all(child.tag in INLINE for child in part.iterdescendants())
    found = [
        paragraph
        for paragraph in ((part,) if inline else part.iterdescendants(*_PARAGRAPHS))
        if any(map(says_what_is_done, terms_of(paragraph)))
        and link_share(paragraph) < LINKED
        and not _asks(paragraph, part)
    ]
    holders = {holder for paragraph in found for holder in paragraph.iterancestors()}
    return [paragraph for paragraph in found if paragraph not in holders]


def beside(part: HtmlElement, kept: list[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield the outermost elements of a part that hold none of what is kept."""
    holders = {holder for paragraph in kept for holder in paragraph.iterancestors()}
    whole = set(kept)
    if part in whole:
        return
    for child in part:
        if child in holders:
            yield from beside(child, kept)
        elif child not in whole:
            yield child


def footnotes_outside(body: HtmlElement, place: HtmlElement) -> list[HtmlElement]:
    """Return the footnotes of a page that stand neither in a place nor around it."""
    around = {place, *place.iterancestors()}
    read = {place}
    found: list[HtmlElement] = []
    for part in body.iter("footer", "aside", "div", "section"):
        if _is_beside(part) and part not in around and read.isdisjoint(part.iterancestors()):
            read.add(part)
            found += footnotes(part)
    return found


def _is_beside(part: HtmlElement) -> bool:
    return part.tag in _TAGS or part.get("role") in _ROLES


def _asks(paragraph: HtmlElement, part: HtmlElement) -> bool:
    """Tell whether a paragraph belongs to a form or a banner with buttons within its part."""
    for holder in (paragraph, *paragraph.iterancestors()):
        if holder is part:
            return False
        if holder.tag == "form" or next(holder.iter(*_FIELDS), None) is not None:
            return True
    return False
