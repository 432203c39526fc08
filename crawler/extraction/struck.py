"""Words that are struck out: what they said is withdrawn, so they are no wording.

"We do (struck) not (end) train" reads "We do train", and of a redline the new text is read.
What nobody meant to strike out stays: a forgotten end tag makes a parser strike out all that
follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.looks import word_count
from crawler.extraction.tags import BLOCKS, SILENT

_TAGS = frozenset({"s", "del", "strike"})
_SUSPECTS = etree.XPath(
    ".//*[self::s or self::del or self::strike"
    " or contains(translate(@style, 'LINETHROUG', 'linethroug'), 'line-through')]"
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PROPERTIES = frozenset({"text-decoration", "text-decoration-line"})
_LINE = "line-through"
_AS_THE_TAG_SAYS = ("var(", "revert")
# What strikes out so much of a page corrects nothing in it: its end tag was forgotten, or
# the document is shown as one that has been replaced.
_TOO_MUCH = 0.5


def struck_out(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost parts that are struck out, [] where they are the text itself."""
    found = [part for part in _struck(body) if part.tag in BLOCKS or _is_of_one_block(part)]
    struck = set(found)
    outermost = [part for part in found if not struck.intersection(part.iterancestors())]
    if outermost and sum(map(word_count, outermost)) < _TOO_MUCH * word_count(body):
        yield from outermost


def forget_open_ended(root: HtmlElement, source: str) -> None:
    """Let the words stand that are struck out because an end tag is missing in the source.

    A parser closes the tag at the end of the block and opens it anew in each later one, so
    only what is followed by words in its own block is known to have ended there.
    """
    struck = list(_struck(root))
    forgotten = {tag for tag in {str(part.tag) for part in struck} if _is_forgotten(tag, source)}
    if forgotten:
        ended = _followed_by_words(root)
        for part in struck:
            if part.tag in forgotten and part.tag not in BLOCKS and part not in ended:
                part.drop_tag()


def line_of(style: str) -> str:
    """Return what a style says of lines through the text: "struck", "plain", "" for nothing."""
    said = ""
    for declaration in _COMMENT.sub(" ", style).lower().split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in _PROPERTIES and not any(word in value for word in _AS_THE_TAG_SAYS):
            said = "struck" if _LINE in value.split() else "plain"
    return said


def _struck(root: HtmlElement) -> Iterator[HtmlElement]:
    for part in _SUSPECTS(root):
        line = line_of(part.get("style", ""))
        if line == "struck" or (not line and part.tag in _TAGS):
            yield part


def _is_of_one_block(part: HtmlElement) -> bool:
    """Tell words within a block, or one whole block, from what runs over several."""
    blocks = list(islice(part.iterdescendants(*BLOCKS), 2))
    if not blocks:
        return True
    beside = (part.text or "") + (blocks[0].tail or "")
    return len(blocks) == 1 and len(part) == 1 and part[0] is blocks[0] and not beside.strip()


def _is_forgotten(tag: str, source: str) -> bool:
    starts = re.findall(rf"<{tag}[\s>]", source, re.IGNORECASE)
    return len(starts) > len(re.findall(rf"</{tag}\s*>", source, re.IGNORECASE))


def _followed_by_words(root: HtmlElement) -> set[HtmlElement]:
    """Return the elements behind which words stand in the same block."""
    followed: set[HtmlElement] = set()
    closed: list[HtmlElement] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if element.tag in BLOCKS:
            closed.clear()
        if event == "end" and element.tag not in BLOCKS:
            closed.append(element)
        text = element.text if event == "start" else element.tail
        if text and text.strip() and not (event == "start" and element.tag in SILENT):
            followed.update(closed)
            closed.clear()
    return followed
