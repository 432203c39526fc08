"""The cheap test before extraction: did anything change that a reader can see?"""

from __future__ import annotations

import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from crawler.extraction.charset import decoded
from crawler.extraction.page import bounded
from domain.capture import Capture

_NO_TEXT = "script, style, noscript, template, svg, head > :not(title)"
_SHADOWS = "template[shadowrootmode]"
_HIDDEN = "[hidden]:not([hidden='until-found'])"
_MARKUP_START = re.compile(rb"<[a-zA-Z!?/]")


def visible_text_hash(capture: Capture) -> str:
    """Return a hash of what a reader can see: text without scripts, attributes and markup.

    Captures of equal hash have the same wording, so extraction can be skipped; nothing
    follows from unequal ones. Hidden text counts, as an answer that is folded away is
    text all the same, and so does which text is hidden. Bodies without markup are hashed
    as they are.
    """
    if capture.body.startswith(b"%PDF-") or not _MARKUP_START.search(capture.body):
        return capture.body_hash
    parser = LexborHTMLParser(bounded(decoded(capture.body, capture.header("content-type"))))
    # The parser gives no text of a template; one that is shown counts with its markup.
    shadows = "".join(node.html or "" for node in parser.css(_SHADOWS))
    for node in parser.css(_NO_TEXT):
        node.decompose()
    digest = hashlib.sha256(f"{_text(parser)}\0{shadows}".encode())
    for node in parser.css(_HIDDEN):
        node.decompose()
    digest.update(b"\0" + _text(parser).encode())
    return digest.hexdigest()


def _text(parser: LexborHTMLParser) -> str:
    text = parser.root.text(separator=" ") if parser.root is not None else ""
    return " ".join(text.split())
