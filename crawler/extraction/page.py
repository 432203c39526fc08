"""A capture of HTML -> the tree that is read, and what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import lxml.html
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from crawler.extraction.answers import join_signs, speak
from crawler.extraction.charset import decoded
from crawler.extraction.drawn_tables import name_tables
from crawler.extraction.nesting import flattened
from crawler.extraction.shadows import open_shadows
from crawler.extraction.struck import forget_open_ended
from crawler.extraction.tags import BLOCKS
from crawler.extraction.wording import plain
from domain.capture import Capture

_SCRIPTS = ("script", "style", "noscript", "template", "svg", "math", "iframe", "canvas", "head")
# A title names the document first and the site after one of these.
_SITE_SEPARATOR = re.compile(r"\s+[|·•–—»«]\s+|\s+-\s+")  # noqa: RUF001 - dashes are meant
# Pages with fewer tags are parsed in no time, however deep they nest.
_MANY_TAGS = 10_000
_MOST_OPEN_TAGS = 2000
_DEEPEST_TREE = 100  # libxml2 reads no deeper than 256, and no page of people comes near
_LIMIT = etree.ErrorTypes.ERR_RESOURCE_LIMIT


@dataclass(frozen=True)
class Page:
    """A parsed page: its body, ready to be pruned, and what its head says."""

    body: lxml.html.HtmlElement
    title: str
    language: str


def parse(capture: Capture) -> Page:
    """Return the page of a capture. Never raises: what cannot be parsed has no text."""
    text = decoded(capture.body, capture.header("content-type"))
    root = _tree(text)
    title = plain(root.findtext(".//title") or "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    open_shadows(root)
    speak(root)
    etree.strip_elements(root, *_SCRIPTS, etree.Comment, with_tail=False)
    forget_open_ended(root, text)
    body = root.find(".//body")
    _name_as_shown(root)
    name_tables(root)
    join_signs(root)
    _reveal_addresses(root)
    _shorten_own_links(root, capture.final_url or capture.requested_url)
    return Page(root if body is None else body, title, language.strip())


def _tree(text: str) -> lxml.html.HtmlElement:
    """Return the tree that a browser would build.

    libxml2 knows nothing of HTML 5: a page without a `body` tag loses its text into the
    head. So lexbor parses, and libxml2 reads what lexbor wrote.
    """
    if text.count("<") > _MANY_TAGS:
        text = flattened(text, _MOST_OPEN_TAGS)
    whole = LexborHTMLParser(text).html or ""
    parser = _parser(huge_tree=False)
    try:
        # As bytes, because lxml refuses text that declares an encoding of its own.
        root = lxml.html.document_fromstring(whole.encode("utf-8", "replace"), parser=parser)
        if all(error.type != _LIMIT for error in parser.error_log.filter_from_fatals()):
            return root
        flat = flattened(whole, _DEEPEST_TREE, balanced=True).encode("utf-8", "replace")
        return lxml.html.document_fromstring(flat, parser=_parser(huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return lxml.html.document_fromstring("<html><body></body></html>")


def _parser(*, huge_tree: bool) -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=huge_tree)


def _name_as_shown(root: lxml.html.HtmlElement) -> None:
    """Give spans the name of the block as which a kit of components shows them."""
    for span in root.iterfind(".//span[@data-as]"):
        shown_as = span.get("data-as", "")
        if shown_as in BLOCKS:
            span.tag = shown_as


def _reveal_addresses(root: lxml.html.HtmlElement) -> None:
    """Write out the mail addresses that Cloudflare hides as "[email protected]".

    The attribute holds a key and the address, each byte combined with the key by
    exclusive or; a script of the page does the same in a browser.
    """
    for element in root.iterfind(".//*[@data-cfemail]"):
        try:
            key, *letters = bytes.fromhex(element.get("data-cfemail", ""))
            address = bytes(letter ^ key for letter in letters).decode()
        except ValueError:  # not hexadecimal, empty, or not text
            continue
        tail = element.tail
        element.clear()
        element.text, element.tail = address, tail


def _shorten_own_links(root: lxml.html.HtmlElement, url: str) -> None:
    """Write links to the page's own host without it, so that they can be told from others."""
    host = urlsplit(url).netloc
    if not host:
        return
    for link in root.iter("a"):
        scheme, separator, rest = link.get("href", "").partition("://")
        if separator and scheme in {"http", "https"} and rest.partition("/")[0] == host:
            link.set("href", f"/{rest.partition('/')[2]}")


def document_title(page_title: str, first_heading: str) -> str:
    """Return the heading where there is one, else the page's title without the site's name."""
    if first_heading:
        return first_heading
    return _SITE_SEPARATOR.split(page_title)[0].strip() or page_title
