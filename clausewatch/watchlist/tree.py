"""The values of a YAML file, each of which knows where it stands.

They are made from the parser's nodes, because only the nodes know every line and
every key that was written twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from clausewatch.messages.naming import shown
from clausewatch.watchlist.fault import Complaint, Fault, KeyPath, unreadable, written_path

MAX_VALUES = 500_000  # aliases of aliases can blow a small file up

_TAG = "tag:yaml.org,2002:"
_MERGE = "<<"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file; line and column count from 1."""

    line: int
    column: int


@dataclass
class Tree:
    """The values of a file and where each of them stands."""

    file: str
    data: object = None
    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, complaint: Complaint) -> Fault:
        """Give a complaint its line: that of the value, or of the nearest one around it."""
        place = self._place(complaint.path, at_key=complaint.at_key)
        return Fault(
            self.file,
            place.line,
            place.column,
            written_path(complaint.path),
            complaint.value,
            complaint.message,
            complaint.allowed,
            complaint.suggestion,
        )

    def _place(self, path: KeyPath, *, at_key: bool) -> Place:
        first = self.keys if at_key else self.values
        while path:
            place = first.get(path) or self.values.get(path)
            if place:
                return place
            path = path[:-1]
        return Place(1, 1)


def plant(node: Node | None, file: str) -> Tree:
    """Make the values of the file's nodes; an empty file has None for its data.

    Keys written twice are faults of the tree, and the first one counts.

    Raises:
        WatchlistError: an alias contains itself, or aliases multiply without end.
    """
    tree = Tree(file)
    if node is not None:
        tree.data = _Planting(tree).plant(node, ())
    return tree


class _Planting:
    """Makes plain values of nodes and notes in the tree where each of them stands."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._count = 0
        self._open: set[int] = set()

    def plant(self, node: Node, path: KeyPath) -> object:
        """Return the value of a node: dict, list, text, number, truth value or None."""
        self._tree.values.setdefault(path, _place(node))
        self._count += 1
        if self._count > MAX_VALUES:
            raise unreadable(self._tree.file, "holds too many values; are aliases nested?")
        if isinstance(node, ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        with self._inside(node):
            return [self.plant(item, (*path, i)) for i, item in enumerate(node.value)]

    def _mapping(self, node: MappingNode, path: KeyPath) -> dict[str, object]:
        made: dict[str, object] = {}
        with self._inside(node):
            for key_node, value_node in node.value:
                key = self._new_key(key_node, path, made)
                if key is not None:
                    made[key] = self.plant(value_node, (*path, key))
            for key_node, value_node in node.value:
                if _is_merge(key_node):
                    self._merge(value_node, path, made)
        return made

    def _new_key(self, node: Node, path: KeyPath, made: Collection[str]) -> str | None:
        """Return the key when it is one and stands there for the first time."""
        if _is_merge(node):
            return None
        if not isinstance(node, ScalarNode):
            self._fault(node, path, "a key must be plain text")
            return None
        key = str(node.value)
        key_path = (*path, key)
        if key in made:
            first = self._tree.keys[key_path].line
            message = f"key {shown(key)} stands here twice; first in line {first}"
            self._fault(node, key_path, message, key)
            return None
        self._tree.keys.setdefault(key_path, _place(node))
        return key

    def _merge(self, node: Node, path: KeyPath, into: dict[str, object]) -> None:
        """Take over what `<<: *anchor` names, except for keys that are there already."""
        for source in node.value if isinstance(node, SequenceNode) else [node]:
            if not isinstance(source, MappingNode):
                self._fault(source, path, "<< takes an alias of a mapping")
                continue
            for key, value in self._mapping(source, path).items():
                into.setdefault(key, value)

    @contextmanager
    def _inside(self, node: Node) -> Iterator[None]:
        if id(node) in self._open:
            raise unreadable(self._tree.file, "an alias contains itself", _place(node).line)
        self._open.add(id(node))
        yield
        self._open.remove(id(node))

    def _scalar(self, node: ScalarNode, path: KeyPath) -> object:
        text = str(node.value)
        kind = str(node.tag).removeprefix(_TAG)
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind in ("int", "float"):
            return _number(text)
        if kind not in ("str", "timestamp"):
            self._fault(node, path, f"the tag {shown(str(node.tag))} has no meaning here", text)
        return text

    def _fault(self, node: Node, path: KeyPath, message: str, value: object = None) -> None:
        place = _place(node)
        where = written_path(path)
        self._tree.faults.append(
            Fault(self._tree.file, place.line, place.column, where, value, message)
        )


def _is_merge(node: Node) -> bool:
    """Tell whether a key is a bare <<, which takes over the keys of another mapping."""
    return isinstance(node, ScalarNode) and node.value == _MERGE and not node.style


def _place(node: Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _number(text: str) -> object:
    """Read a number; what only YAML calls one (0o17, .inf, 1e400) stays text."""
    plain = text.replace("_", "")
    for read in (int, float):
        try:
            return read(plain)
        except ValueError:
            continue
    return text
