"""What a page hides, by an attribute, a style or a name."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, reason_of_name
from crawler.extraction.looks import is_unseen


def is_hidden(part: HtmlElement) -> bool:
    """Tell what may be left out because it is hidden, by itself or within something hidden."""
    return any(
        is_unseen(element) or Reason.HIDDEN in map(reason_of_name, element.get("class", "").split())
        for element in (part, *part.iterancestors())
    )
