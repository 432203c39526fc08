"""A file that cannot be read as YAML says why, with the line where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausewatch.watchlist import Fault, WatchlistError, load_watchlist
from domain.errors import ConfigurationError
from tests.watchlist.conftest import Faults, Load


def fault_of(path: Path) -> Fault:
    """Return the only fault of a file."""
    with pytest.raises(WatchlistError) as caught:
        load_watchlist(path)
    (fault,) = caught.value.faults
    return fault


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message begins with the path that was looked for."""
    path = tmp_path / "watchlist.yaml"
    assert str(fault_of(path)) == f"{path}: there is no such file"


def test_a_folder_is_no_watchlist(tmp_path: Path) -> None:
    """A folder is told apart from a file that cannot be read."""
    assert fault_of(tmp_path).message == "is a folder, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    """The reason of the system is passed on."""
    path = tmp_path / "watchlist.yaml"
    path.write_text("tools: []")
    path.chmod(0)
    assert fault_of(path).message == "cannot be read: Permission denied"


def test_a_path_through_a_file_is_named(tmp_path: Path) -> None:
    """Whatever the system says is passed on, not raised as it is."""
    (tmp_path / "file").write_text("")
    assert "cannot be read: Not a directory" in fault_of(tmp_path / "file" / "x.yaml").message


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    """A file saved in an old encoding is not guessed at."""
    path = tmp_path / "watchlist.yaml"
    path.write_bytes("tools: []\n# für\n".encode("latin-1"))
    fault = fault_of(path)
    assert (fault.line, fault.message) == (2, "is not UTF-8 text; save it as UTF-8")


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    """A watchlist of thousands of tools is far smaller than the limit."""
    path = tmp_path / "watchlist.yaml"
    path.write_bytes(b"#" * (8 * 1024 * 1024 + 1))
    assert fault_of(path).message == "is larger than 8 MiB"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "null\n"])
def test_an_empty_file_is_named(faults: Faults, text: str) -> None:
    """A file that was emptied by mistake must not look like nothing to do."""
    (fault,) = faults(text)
    assert fault.message == "is empty: nothing is watched"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("tools:\n\t- a\n", 2, "indent with spaces", id="tab"),
        pytest.param("a: 1\nname: T: x\n", 2, "put the value in quotes", id="colon"),
        pytest.param('a: 1\nname: "T\n', 3, "quotation mark is never closed", id="quote"),
        pytest.param("tools:\n  - id: a\n name: x\n", 3, "indentation", id="indentation"),
        pytest.param("tools: []\n---\ntools: []\n", 2, "a second ---", id="two documents"),
        pytest.param("tools: [*nobody]\n", 1, "nobody", id="unknown alias"),
        pytest.param("a: 1\nb: \x07\n", 2, "a character that YAML does not allow", id="bell"),
        pytest.param("tools: [}\n", 1, "not valid YAML", id="brackets"),
    ],
)
def test_a_slip_in_the_yaml_is_named(faults: Faults, text: str, line: int, words: str) -> None:
    """The words of the parser are kept and followed by what they mostly mean."""
    (fault,) = faults(text)
    assert fault.line == line
    assert "not valid YAML" in fault.message
    assert words in fault.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("tools: " + "[" * 5000, "nested too deeply", id="nesting"),
        pytest.param("tools: &a [*a]\n", "contains itself", id="recursive list"),
        pytest.param("tools: &a {<<: *a}\n", "contains itself", id="recursive merge"),
        pytest.param(
            "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)),
            "too many values",
            id="billion laughs",
        ),
    ],
)
def test_a_file_made_to_harm_is_refused(faults: Faults, text: str, words: str) -> None:
    """Neither nesting nor aliases can exhaust time or memory."""
    (fault,) = faults(text)
    assert words in fault.message


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        pytest.param("? [a, b]\n: c\n", "", "a key must be plain text", id="list as a key"),
        pytest.param("tools: !new []\n", "", "", id="tag of a list"),
        pytest.param("zzz: !secret x\n", "zzz", "has no meaning here", id="tag of a text"),
        pytest.param("<<: 12\n", "", "<< takes an alias of a mapping", id="merge of a number"),
    ],
)
def test_yaml_that_has_no_place_here_is_named(
    load: Load, text: str, where: str, words: str
) -> None:
    """Tags and keys that are no text are refused, never evaluated."""
    if not words:
        assert load(text).tools == ()
        return
    with pytest.raises(WatchlistError) as caught:
        load(text)
    assert any(fault.where == where and words in fault.message for fault in caught.value.faults)


def test_the_error_is_one_of_configuration(faults: Faults) -> None:
    """Nothing is fetched and the exit code is that of a wrong configuration."""
    assert faults("- a")
    assert issubclass(WatchlistError, ConfigurationError)
