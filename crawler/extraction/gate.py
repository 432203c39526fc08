"""The cheap test before extraction: did anything change that a reader can see?"""

from __future__ import annotations

import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from crawler.extraction.charset import decoded
from crawler.extraction.page import bounded
from domain.capture import Capture

_NOT_SEEN = (
    "script, style, noscript, template, svg, head > :not(title), "
    "[hidden]:not([hidden='until-found'])"
)
_MARKUP_START = re.compile(rb"<[a-zA-Z!?/]")


def visible_text_hash(capture: Capture) -> str:
    """Return a hash of what a reader sees: text without scripts, attributes and markup.

    Captures of equal hash have the same wording, so extraction can be skipped; nothing
    follows from unequal ones. Bodies without markup are hashed as they are.
    """
    if capture.body.startswith(b"%PDF-") or not _MARKUP_START.search(capture.body):
        return capture.body_hash
    parser = LexborHTMLParser(bounded(decoded(capture.body, capture.header("content-type"))))
    for node in parser.css(_NOT_SEEN):
        node.decompose()
    root = parser.root
    text = root.text(separator=" ") if root is not None else ""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
