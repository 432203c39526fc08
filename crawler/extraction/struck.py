"""Words that are struck out: what they said is withdrawn, so they are no wording.

"We do (struck) not (end) train" reads "We do train", and of a redline the new text is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.looks import word_count

_STRUCK = etree.XPath(
    ".//*[self::s or self::del or self::strike or contains(@style, 'line-through')]"
)
# What strikes out so much of a page corrects nothing in it: its end tag was forgotten, or
# the document is shown as one that has been replaced.
_TOO_MUCH = 0.5


def struck_out(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost parts that are struck out, [] where they are the text itself."""
    found = _STRUCK(body)
    struck = set(found)
    outermost = [part for part in found if not struck.intersection(part.iterancestors())]
    if outermost and sum(map(word_count, outermost)) < _TOO_MUCH * word_count(body):
        yield from outermost
