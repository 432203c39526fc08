"""Changes values inside the text of a YAML file and leaves every other character alone.

A dump of the whole file would keep comments and order, and yet fold lines, move comments
and indent anew what nobody touched. So the parser says where each value stands, and the
new ones are put exactly there.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from yaml import MappingNode, Node, ScalarNode, SequenceNode

WIDTH = 92
# What certainly means itself without quotes, in any YAML.
_PLAIN = re.compile(r"[A-Za-z]([A-Za-z0-9 .()/'-]*[A-Za-z0-9.)])?|\d{4}-\d\d-\d\d")
# In YAML 1.2 `no` is a word, and a status is written so; these are not words.
_NOT_PLAIN = re.compile(r"(?i)true|false|null|nan|inf")


@dataclass
class Surgery:
    """A text and the cuts that are to be made in it."""

    text: str
    _cuts: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        """Return the text with all cuts made."""
        text = self.text
        for start, end, new in sorted(self._cuts, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def put(self, mapping: MappingNode, key: str, value: str, *, after: str) -> None:
        """Set a key to a text; a new key goes behind another, which is there."""
        node = child(mapping, key)
        column = mapping.start_mark.column
        if node is not None:
            self._cut(node.start_mark.index, self._end(node, column), _scalar(value, mapping))
        else:
            self._insert(mapping, f"{key}: {_scalar(value, mapping)}", after)

    def remove(self, mapping: MappingNode, key: str) -> None:
        """Take a key out with its value and the comment beside it; it may be missing."""
        places = [number for number, (name, _) in enumerate(mapping.value) if name.value == key]
        for place in places:
            name, node = mapping.value[place]
            if place == 0:  # behind a dash or a brace, which stays; a rating has more keys
                self._cut(name.start_mark.index, mapping.value[1][0].start_mark.index, "")
            elif mapping.flow_style:
                self._cut(mapping.value[place - 1][1].end_mark.index, node.end_mark.index, "")
            else:
                end = self._line_end(node, mapping.start_mark.column)
                self._cut(self._line_start(name.start_mark.index), end, "")

    def put_list(
        self, mapping: MappingNode, key: str, entries: Sequence[dict[str, str]], *, after: str
    ) -> None:
        """Set a key to a list of small mappings; entries that are there stay as they are."""
        node = child(mapping, key)
        column = mapping.start_mark.column
        if not entries:
            self.remove(mapping, key)
            return
        if not isinstance(node, SequenceNode) or node.flow_style or mapping.flow_style:
            flow = f"[{', '.join(_flow(entry) for entry in entries)}]"
            block = "".join(_item(entry, column + 2) for entry in entries)
            if node is not None:
                self._cut(node.start_mark.index, node.end_mark.index, flow)
            elif mapping.flow_style:
                self._insert(mapping, f"{key}: {flow}", after)
            else:
                self._insert(mapping, f"{key}:\n{block}".rstrip("\n"), after)
            return
        self._mend(node, entries, column)

    def _mend(self, node: SequenceNode, entries: Sequence[dict[str, str]], column: int) -> None:
        there = [_values(item) for item in node.value]
        new = [entry for entry in entries if entry not in there]
        lost = [place for place, entry in enumerate(there) if entry not in entries]
        block = "".join(_item(entry, node.start_mark.column) for entry in new)
        for place in lost:
            item = node.value[place]
            start = self._line_start(item.start_mark.index)
            self._cut(start, self._line_end(item, column), block if place == lost[0] else "")
        if new and not lost:
            end = self._line_end(node.value[-1], column)
            self._cut(end, end, block)

    def _insert(self, mapping: MappingNode, line: str, after: str) -> None:
        before = child(mapping, after)
        if before is None:
            raise ValueError(f"there is no key {after} to stand behind")
        if mapping.flow_style:
            end = before.end_mark.index
            self._cut(end, end, f", {line}")
        else:
            end = self._line_end(before, mapping.start_mark.column)
            self._cut(end, end, " " * mapping.start_mark.column + line + "\n")

    def _cut(self, start: int, end: int, new: str) -> None:
        # Several things behind the same place keep the order in which they were asked for.
        for number, (known_start, known_end, known) in enumerate(self._cuts):
            if (known_start, known_end) == (start, end) and start == end:
                self._cuts[number] = (start, end, known + new)
                return
        self._cuts.append((start, end, new))

    def _end(self, node: Node, column: int) -> int:
        """Return where a value ends; a folded one ends with its last line of text."""
        if not isinstance(node, ScalarNode) or node.style not in {"|", ">"}:
            return int(node.end_mark.index)
        end = self.text.find("\n", node.start_mark.index)
        while (start := end + 1) and start < len(self.text):
            stop = self.text.find("\n", start)
            line = self.text[start : stop if stop >= 0 else len(self.text)]
            if line.strip() and len(line) - len(line.lstrip()) <= column:
                break
            end = stop if stop >= 0 else len(self.text)
        return len(self.text[:end].rstrip())

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _line_end(self, node: Node, column: int) -> int:
        """Return where the line after a value begins, a comment beside it passed over."""
        last = node
        while isinstance(last, MappingNode | SequenceNode) and not last.flow_style and last.value:
            inner = last.value[-1]
            last = inner[1] if isinstance(inner, tuple) else inner
        end = self.text.find("\n", max(self._end(last, column) - 1, 0))
        return len(self.text) if end < 0 else end + 1


def child(mapping: Node, key: str) -> Node | None:
    """Return the value node under a key of a mapping node, None when there is none."""
    if not isinstance(mapping, MappingNode):
        return None
    return next((value for name, value in mapping.value if name.value == key), None)


def _values(item: Node) -> dict[str, str]:
    if not isinstance(item, MappingNode):
        return {}
    return {name.value: value.value for name, value in item.value}


def _scalar(value: str, mapping: MappingNode) -> str:
    if mapping.flow_style:
        return _inline(value)
    indent = " " * (mapping.start_mark.column + 2)
    if len(value) <= WIDTH - len(indent) - 12 or not _folds(value):
        return _inline(value)
    lines = textwrap.wrap(
        value, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
    )
    return ">-\n" + "\n".join(indent + line for line in lines)


def _folds(value: str) -> bool:
    """Tell whether folding gives the same text back: single spaces between words only."""
    return value == " ".join(value.split())


def _inline(value: str) -> str:
    if _PLAIN.fullmatch(value) and not _NOT_PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _item(entry: dict[str, str], column: int) -> str:
    lines = [f"{key}: {_inline(value)}" for key, value in entry.items()]
    margin = " " * column
    return f"{margin}- " + f"\n{margin}  ".join(lines) + "\n"


def _flow(entry: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_inline(value)}" for key, value in entry.items()) + "}"
