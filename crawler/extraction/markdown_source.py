"""What the sources of documentation put around their wording, and its removal.

Front matter, MDX imports and components, directives, tags of site generators and lines that
include another file: all of it builds the page and says nothing on it.
"""

from __future__ import annotations

import re

from crawler.extraction.generator_tags import GENERATOR_TAG, blank_like, without_generator_tags

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_MODULE_LINE = re.compile(r"^(?:import\s.+?\sfrom\s+['\"].*|import\s+['\"].*|export\s.*[;{(,]\s*)$")
_GENERATED_ADDRESS = re.compile(rf"\]\({GENERATOR_TAG}[^()\s]*+\)")
_SPACED_ADDRESS = re.compile(r"\]\((?:https?://|/)[^()\n\"' ]*(?: [^()\n\"' ]+)+\)")
# A line that puts another file here and says nothing else: the path has no spaces.
_INCLUDE_LINE = re.compile(
    r"^\s*(?:!!! ?include\([^()\s]+\) ?!!!|-{1,3}8<-{1,3}(?:\s+(?:\"[^\"\s]+\"|'[^'\s]+'))?"
    r"|<<< ?(?=[^\s./]*[./])[@./\w#-]++(?:\{[^{}\s]*\})?|\{!\s*[^\s!{}]+\s*!\}"
    r"|!\[\[[^\[\]\s]+\]\])\s*$",
    re.IGNORECASE,
)
# A box, one that folds, a tab, as MkDocs writes them: the kind of box is no wording.
_BOX_LINE = re.compile(
    r"^\s*(?:(?:!{3}|\?{3}\+?) [a-z-]+(?: inline)?(?: end)?(?: \"(.*)\")?|={3}[!+]? \"(.*)\")\s*$"
)
_COMPONENT_TAG = re.compile(r"`[^`\n]+`|(?<!\\)</?[A-Z][\w.]*(?:\s[^<>]*)?/?>")
# What a component shows of its attributes.
_SHOWN_ATTRIBUTE = re.compile(
    r"\s(?:title|label|summary|question)=(?:\"([^\"]*)\"|'([^']*)'|\{[\"'`]([^\"'`]*)[\"'`]\})"
)
# "<%= include('nav') %>" of a template puts another file here.
_TEMPLATE_INCLUDE = re.compile(r"`[^`\n]+`|<%[-=]?\s*include\((?:(?!<%|%>)[\s\S]){0,2000}+%>")
_BLOCK_HTML_TAG = re.compile(r"(?<!\\)</?(?:div|section|details|summary|center|span)\b[^<>]*>")
_COMMENTS = (
    (re.compile(r"<!--.*?-->", re.DOTALL), "-->"),
    (re.compile(r"\{/\*.*?\*/\}", re.DOTALL), "*/}"),
)
_DIRECTIVE = re.compile(r"^\s*:{3,}\s*[\w-]*\s*(?:\{[^}]*\})?\s*(?:\[(.*)\])?\s*(.*)$")
# "{#id}" of a heading, "{:target=_blank .external}" of a link.
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{(?:#[^\s{}]+|:[^{}\n]*|\.[\w-][^{}\n]*)\}")
_SPREAD_LINK = re.compile(r"\[([^\[\]]{1,300})\](?=\([^()\s]+\))")
# "[text][id]" of a link whose address stands elsewhere, or, in an excerpt, nowhere.
_REFERENCE_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\[[\w .-]{0,80}\]")
_LINK_WITHOUT_TEXT = re.compile(r"(?<![!\\])\[\s*\]\([^()\s]*\)")
# "[[text => page]]" of a wiki, "h2. Text" of Textile.
_WIKI_LINK = re.compile(r"`[^`\n]+`|\[\[([^\[\]|=\n]{1,200}?)\s*=>\s*[^\[\]\n]{1,200}\]\]")
_TEXTILE_HEADING = re.compile(r"^h([1-6])\.\s+(?=\S)", re.MULTILINE)
# "[!NOTE]" and "[!INCLUDE …]": what frames a text in the sources of documentation.
_FRAME = re.compile(
    r"\[!(?:[A-Za-z]+|(?:INCLUDE|VIDEO|div|NOTE)\b[^\[\]\n]*+"
    r"(?:\[[^\[\]\n]*\][^\[\]\n]*)?)\](?:\([^()\s]*\))?"
)
# What a converter puts into a cell for the lists and headings that Markdown has no cells for.
_MARK_IN_CELL = re.compile(r"(<br ?/?>|\|)[ \t]*(?:[*+-]|#{1,6})[ \t]+")
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)


def split_front_matter(text: str) -> tuple[str, str]:
    """Return the title that the front matter gives, "" for none, and the text below it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return "", text
    title = _FRONT_TITLE.search(match[1] or match[2])
    return (title[1] if title else ""), text[match.end() :]


def wording_of_source(text: str) -> str:
    """Return Markdown without what builds the page around the wording; fenced code stays."""
    return "\n".join(
        part if is_code else _wording_of_prose(part) for is_code, part in _split_at_fences(text)
    )


def _wording_of_prose(text: str) -> str:
    for comment, end in _COMMENTS:
        # Behind the last end no comment ends, and looking for it at each start takes long.
        commented, last, rest = text.rpartition(end)
        text = comment.sub("\n", commented + last) + rest
    text = _GENERATED_ADDRESS.sub("](#)", text)
    text = _SPACED_ADDRESS.sub("](#)", text)
    text = _TEMPLATE_INCLUDE.sub(_blank_but_code, text)
    text = without_generator_tags(text)
    text = _COMPONENT_TAG.sub(_shown_of_component, text)
    text = _BLOCK_HTML_TAG.sub(blank_like, text)
    text = _ATTRIBUTES.sub("", text)
    text = _SPREAD_LINK.sub(_on_one_line, text)
    text = _REFERENCE_LINK.sub(r"\1", text)
    text = _LINK_WITHOUT_TEXT.sub("", text)
    text = _WIKI_LINK.sub(lambda found: found[1] or found[0], text)
    text = _TEXTILE_HEADING.sub(lambda found: "#" * int(found[1]) + " ", text)
    text = _FRAME.sub("", text)
    return "\n".join(_line(line) for line in text.split("\n") if not _builds_only(line))


def _blank_but_code(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("`") else blank_like(match)


def _builds_only(line: str) -> bool:
    return bool(_MODULE_LINE.match(line) or _INCLUDE_LINE.match(line))


def _on_one_line(match: re.Match[str]) -> str:
    """The text of a link that a converter spread over blank lines."""
    return f"[{' '.join(match[1].split())}]" if "\n" in match[1] else match[0]


def _line(line: str) -> str:
    if ":::" in line:
        return _directive_title(line)
    if box := _BOX_LINE.match(line):
        return f"\n{box[1] or box[2] or ''}\n"
    return _MARK_IN_CELL.sub(r"\1 ", line) if line.lstrip().startswith("|") else line


def _shown_of_component(match: re.Match[str]) -> str:
    """The title of a component is read like a paragraph above what the component holds.

    What stands between backticks is shown as it is.
    """
    if match[0].startswith("`"):
        return match[0]
    shown = _SHOWN_ATTRIBUTE.search(match[0])
    title = next((text for text in shown.groups() if text), "") if shown else ""
    return f"\n\n{title}\n\n" if title else blank_like(match)


def _directive_title(line: str) -> str:
    match = _DIRECTIVE.match(line)
    if not match:
        return line
    title = " ".join(part.strip() for part in (match[1], match[2]) if part and part.strip())
    return f"\n{title}\n"


def _split_at_fences(text: str) -> list[tuple[bool, str]]:
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
            parts.append((True, [line]))
        elif match and fence and match[1].startswith(fence) and line.strip() == match[1]:
            parts[-1][1].append(line)
            parts.append((False, []))
            fence = ""
        else:
            parts[-1][1].append(line)
    return [(is_code, "\n".join(lines)) for is_code, lines in parts]
