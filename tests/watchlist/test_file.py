"""A file that cannot be read as YAML says why, with the line where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausewatch.watchlist import Fault, WatchlistError, load_watchlist
from clausewatch.watchlist.reading import read_tree
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
    assert str(fault_of(path)).startswith(f"{path}: there is no such file: `clausewatch init`")


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


@pytest.mark.parametrize("text", ["tools: @x\n", "tools: `x`\n", "tools: %x\n", "tools: *x\n"])
def test_a_text_that_begins_with_a_sign_is_said_to_need_quotes(faults: Faults, text: str) -> None:
    """Nobody has to know the signs of YAML: the word is shown as it has to be written."""
    (fault,) = faults(text)
    word = text.removeprefix("tools: ").strip()
    assert f'needs quotes: "{word}"' in fault.message


def test_the_words_of_yaml_1_2_are_read(tmp_path: Path) -> None:
    """`no` is a status and not a truth value; numbers, true and false are what they look like."""
    words = "no, yes, on, off, ~, null, true, False"
    numbers = "1, -2, 1_000, 0.5, 1e3, .5, 0x, 12:30, 2026-07-31"
    (tmp_path / "x.yaml").write_text(f"[{words}, {numbers}]")
    expected: list[object] = ["no", "yes", "on", "off", None, None, True, False]
    expected += [1, -2, 1000, 0.5, 1000.0, 0.5, "0x", "12:30", "2026-07-31"]
    assert read_tree(tmp_path / "x.yaml").data == expected


def test_a_file_without_end_to_its_brackets_ends_no_process(tmp_path: Path) -> None:
    """The parser in C would run out of stack, which no handler could catch."""
    path = tmp_path / "watchlist.yaml"
    path.write_text("[" * 400_000)
    assert "nested too deeply" in fault_of(path).message
