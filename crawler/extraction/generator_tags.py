"""Tags of site generators (Hugo's, Jekyll's, GitBook's) and the wording that they carry."""

from __future__ import annotations

import re

# The bounds keep the time linear: an unclosed tag ends at the next one or is too long to be one.
GENERATOR_TAG = (
    r"(?:\{\{[<%](?:(?!\{\{[<%]|[>%]\}\})[^\n]){0,2000}+[>%]\}\}"
    r"|\{%(?:(?!\{%|%\})[^\n]){0,2000}+%\})"
)
_TAG_OR_CODE = re.compile(rf"`[^`\n]+`|{GENERATOR_TAG}")
_CONDITION = re.compile(r"\{\{?[<%][-\s]*(?:if|elsif|elif|unless|case|when|for|while)\b")
_QUOTED = re.compile(
    r"(?:([\w.:-]{1,40})\s{0,5}=\s{0,5})?"
    r"(?:\"((?:[^\"\\]|\\.)*+)\"?|(?<!\w)'((?:[^'\\]|\\.)*+)'?|(?<!\w)`([^`]*+)`?)"
)
_ESCAPED = re.compile(r"\\(.)")
# Parameters that are read even where they are a single word.
_SHOWN = frozenset(
    {
        "title",
        "content",
        "text",
        "summary",
        "label",
        "caption",
        "heading",
        "question",
        "description",
    }
)
_NOT_SHOWN = frozenset(
    {
        *("alt", "class", "file", "height", "href", "icon", "id", "image", "img", "key", "lang"),
        *("link", "name", "path", "rel", "sizes", "src", "srcset", "style", "target", "type"),
        *("url", "width"),
    }
)
_ADDRESS = re.compile(r"(?:https?://|\.{0,2}/)\S|\.{1,2}/")
_BESIDE = 200  # characters of a line that tell whether a tag stands alone on it


def without_generator_tags(text: str) -> str:
    """Return the text with each tag replaced by what it says; code between backticks stays."""
    return _TAG_OR_CODE.sub(_said_by_tag, text)


def _said_by_tag(match: re.Match[str]) -> str:
    if match[0].startswith("`"):
        return match[0]
    said = " ".join(_wording(match[0]))
    if not said:
        return blank_like(match)
    return said if is_within_line(match) else f"\n\n{said}\n\n"


def _wording(tag: str) -> list[str]:
    if _CONDITION.match(tag):
        return []
    found = _QUOTED.finditer(tag) if any(mark in tag for mark in "\"'`") else ()
    texts = ((quoted[1] or "", _ESCAPED.sub(r"\1", _value(quoted))) for quoted in found)
    return [text for name, text in texts if _is_wording(name.lower(), text)]


def _value(quoted: re.Match[str]) -> str:
    return next((text for text in quoted.groups()[1:] if text), "").strip()


def _is_wording(name: str, text: str) -> bool:
    if name in _SHOWN:
        return bool(text)
    return " " in text and name not in _NOT_SHOWN and not _ADDRESS.match(text)


def blank_like(match: re.Match[str]) -> str:
    """A tag alone on its lines parts paragraphs; one within a line leaves nothing."""
    return "" if is_within_line(match) else "\n"


def is_within_line(match: re.Match[str]) -> bool:
    """Tell whether other text stands on the line of a match."""
    start, end = match.span()
    before = match.string[max(start - _BESIDE, 0) : start].rpartition("\n")[2]
    after = match.string[end : end + _BESIDE].partition("\n")[0]
    return bool(before.strip() or after.strip())
