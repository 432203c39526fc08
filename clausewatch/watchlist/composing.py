"""From YAML text to nodes that know their places: libyaml reads, by the words of YAML 1.2.

There `no` is a word and not a truth value. libyaml takes a tenth of the time of a parser in
Python, which matters for a watchlist of some thousand sources.
"""

from __future__ import annotations

import re

import yaml

# Wheels of PyYAML carry libyaml; built without it, the same is slower.
_PARSER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 100  # a watchlist has seven levels


class _Loader(_PARSER):  # type: ignore[misc, valid-type]  # one of two classes
    """Tells numbers, truth values and nothing from text as YAML 1.2 does."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's


for _kind, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9][0-9_]*|0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.nan",
        list("-+.0123456789"),
    ),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(f"(?:{_pattern})\\Z"), _first
    )


def compose(text: str) -> yaml.Node | None:
    """Return the top node of a document, None when it is empty.

    Raises:
        yaml.YAMLError: the text is no YAML, or holds more than one document.
        RecursionError: it is nested more than `DEEPEST` deep.
    """
    # Looked at first: libyaml composes by calling itself, and runs out of stack.
    depth = 0
    for event in yaml.parse(text, Loader=_PARSER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise RecursionError
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return yaml.compose(text, Loader=_Loader)
