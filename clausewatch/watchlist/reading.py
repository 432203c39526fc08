"""From the bytes of a YAML file to plain values that know their lines.

The values are made from the nodes that the parser gives, because only those know every
line and every key that was written twice.
"""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISDIR

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from clausewatch.messages.naming import shown
from clausewatch.watchlist.composing import compose
from clausewatch.watchlist.fault import Fault, WatchlistError, unreadable
from clausewatch.watchlist.tree import Tree, plant

_WORD = re.compile(r"[\s,\]}]")
MAX_BYTES = 8 * 1024 * 1024  # a tool takes about 1 KB

# What the parser says, and what it means to somebody who writes a watchlist.
_HINTS = (
    ("mapping values are not allowed", "a colon in a value: put the value in quotes"),
    ("could not find expected ':'", "a key without its colon, or a text that needs quotes"),
    ("did not find expected key", "the indentation does not fit, or a quotation ends too early"),
    ("did not find expected '-'", "the indentation does not fit the lines above"),
    ("did not find expected ',' or", "a bracket is never closed, or a comma is missing"),
    ("unknown escape character", 'write "\\\\" for a backslash, or use single quotes'),
    ("while scanning a quoted scalar", "a quotation mark is never closed"),
    ("expected a single document", "only one document: a second --- stands in the file"),
    ("duplicate anchor", "a name behind & is given once"),
)


def read_tree(path: Path) -> Tree:
    """Read a YAML file into plain values with their places.

    Keys written twice are complaints of the tree; the first one counts.

    Raises:
        WatchlistError: the file cannot be read, or is no YAML.
    """
    return parse_tree(_text(path), str(path))


def parse_tree(text: str, file: str) -> Tree:
    """Read YAML text into plain values with their places; see `read_tree`."""
    try:
        node = compose(text)
    except YAMLError as error:
        raise WatchlistError([_syntax_fault(file, text, error)]) from error
    except RecursionError:
        raise unreadable(file, "is nested too deeply") from None
    except Exception as error:  # the parser meets odd text with many kinds of error
        raise unreadable(file, f"is not valid YAML: {error}") from error
    try:
        return plant(node, file)
    except RecursionError:
        raise unreadable(file, "is nested too deeply") from None


def file_is_there(path: Path) -> None:
    """Make sure that a watchlist file is there.

    Raises:
        WatchlistError: it is not, or is a folder.
    """
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        raise unreadable(
            str(path),
            "there is no such file: `clausewatch init` writes one to begin with, --watchlist names "
            "another",
        ) from None
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    if is_folder:
        raise unreadable(str(path), "is a folder, not a file")


def _text(path: Path) -> str:
    file_is_there(path)
    try:
        with path.open("rb") as stream:
            body = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path, error) from error
    if len(body) > MAX_BYTES:
        raise unreadable(str(path), f"is larger than {MAX_BYTES // 1024**2} MiB")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise unreadable(str(path), "is not UTF-8 text; save it as UTF-8", line) from error


def _refused(path: Path, error: OSError | ValueError) -> WatchlistError:
    reason = getattr(error, "strerror", None) or str(error)
    return unreadable(str(path), f"cannot be read: {reason}")


def _syntax_fault(file: str, text: str, error: YAMLError) -> Fault:
    line = column = 1
    mark = None
    said = " ".join(str(error).split())
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        said = ", ".join(str(part) for part in (error.context, error.problem) if part)
        if mark is not None:
            line, column = mark.line + 1, mark.column + 1
    elif isinstance(error, ReaderError):
        line = text.encode().count(b"\n", 0, error.position) + 1
        said = "a character that YAML does not allow"
    hint = next((hint for sign, hint in _HINTS if sign in said), "")
    if mark is not None and ("cannot start any token" in said or "undefined alias" in said):
        hint = _hint_of_start(_WORD.split(text[mark.index :], maxsplit=1)[0])
    told = f"not valid YAML: {said} ({hint})" if hint else f"not valid YAML: {said}"
    return Fault(file, line, column, "", None, told)


def _hint_of_start(word: str) -> str:
    """Say what to do about a word that begins with a sign of YAML; "" stands for a tab."""
    if not word:
        return "a tab stands where only spaces may: indent with spaces"
    return f"a text that begins with {word[0]} needs quotes: {shown(word)}"
