"""Markup that nests deeper than anybody writes: its words are kept, its depth is not.

Parsing takes time that grows with the square of the depth, so that half a megabyte of
opening tags would take a minute; and libxml2 drops all that comes after a depth of 256.
"""

from __future__ import annotations

import re

from crawler.extraction.tags import INLINE, SILENT, words

_VOID = words("area base br col embed hr img input link meta param source track wbr")
# Their end tags are left out more often than not, and what comes next ends them.
_ENDED_BY_OTHERS = words("""
    html head body p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rp rt
    a button nobr
""")
_TAG = re.compile(
    r"<(?P<raw>script|style|textarea|title|iframe|xmp|noembed|noframes)\b.*?(?:</(?P=raw)\s*+>|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)"
    r"""(?:[^<>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|["'=])*+(?P<close>>)?""",
    re.IGNORECASE | re.DOTALL,
)
# libxml2 does not know that these hold nothing, and puts what follows into them.
_UNKNOWN_AS_VOID = words("source track wbr")
_NEW_LINE = "<br><br>"


def flattened(markup: str, deepest: int, *, balanced: bool = False) -> str:
    """Return the markup without the tags that nest deeper than so many others.

    What they held stays apart as it was. In balanced markup each tag counts that holds
    others; else those do not that need no end. Takes time that grows with the length.
    """
    open_tags = 0
    uncounted = _VOID if balanced else _VOID | _ENDED_BY_OTHERS

    def kept(tag: re.Match[str]) -> str:
        nonlocal open_tags
        name = (tag["name"] or "").lower()
        if balanced and name in _UNKNOWN_AS_VOID:
            return ""
        if not name or name in uncounted or (not balanced and tag[0].endswith("/>")):
            return tag[0]
        if tag["end"]:
            too_deep = open_tags > deepest
            open_tags = max(open_tags - 1, 0)
        else:
            open_tags += 1
            too_deep = open_tags > deepest
        if not too_deep:
            return tag[0]
        return "" if name in INLINE or name in SILENT else _NEW_LINE

    return _TAG.sub(kept, markup)
