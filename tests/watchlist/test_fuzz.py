"""Whatever a file holds, the loader returns a watchlist or names faults; nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clausewatch.watchlist import WatchlistError, load_watchlist
from clausewatch.watchlist.shape import VALUES
from tests.watchlist.conftest import BUILTIN
from tests.watchlist.test_loading import SHIPPED

KEYS = sorted({key for value in VALUES.values() for key in value.model_fields})
PIECES = [*KEYS, ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", "&a ", "*a", "<<: ", "!!"]
PIECES += ["|", ">", '"', "'", "#", "%YAML 1.1\n", "---\n", "? ", "!!binary x", "2001-99-99", "0x"]

WORDS = st.sampled_from(["a", "dpa", "yes", "https://example.org/", "12h", "e@example.org", "en"])
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), WORDS)
SHAPES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=5)), inner, max_size=5),
    ),
    max_leaves=20,
)

fuzzed = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def load(folder: Path, body: bytes) -> None:
    """Load a body as a watchlist; faults are fine and can be printed."""
    file = folder / "watchlist.yaml"
    file.write_bytes(body)
    error: WatchlistError | None = None
    try:
        load_watchlist(file, builtin=BUILTIN)
    except WatchlistError as caught:
        error = caught
    if error is not None:
        assert error.faults
        assert all(fault.message and str(fault).isprintable() for fault in error.faults)


@fuzzed
@given(text=st.text())
@example(text="a: 0x\n")
@example(text="a: !!int x\n")
@example(text="a: !!bool maybe\n")
@example(text="a: 1" + "0" * 5000)
def test_any_text(tmp_path: Path, text: str) -> None:
    """Text without any sense."""
    load(tmp_path, text.encode("utf-8", "surrogatepass"))


@fuzzed
@given(body=st.binary())
def test_any_bytes(tmp_path: Path, body: bytes) -> None:
    """Bytes that are no text."""
    load(tmp_path, body)


@fuzzed
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_yaml(tmp_path: Path, pieces: list[str]) -> None:
    """Pieces of YAML and keys of a watchlist in any order."""
    load(tmp_path, "".join(pieces).encode())


@fuzzed
@given(data=st.dictionaries(st.sampled_from(["tools", "sources", "criteria", "keepers"]), SHAPES))
def test_any_shape(tmp_path: Path, data: dict[str, object]) -> None:
    """Well-formed files (JSON is YAML) whose values have any shape at all."""
    with suppress(UnicodeEncodeError):  # a lone surrogate cannot be written
        load(tmp_path, json.dumps(data, ensure_ascii=False).encode())


@fuzzed
@given(start=st.integers(0, 8000), length=st.integers(0, 60), new=st.text(max_size=8))
def test_any_slip_in_the_shipped_watchlist(
    tmp_path: Path, start: int, length: int, new: str
) -> None:
    """What a user's hand may do to a good file."""
    text = "".join(
        line for line in SHIPPED.read_text().splitlines(keepends=True) if "#" not in line
    )
    slipped = text[:start] + new + text[start + length :]
    load(tmp_path, slipped.encode("utf-8", "surrogatepass"))


def test_a_key_that_no_terminal_shows_is_named_by_its_number(tmp_path: Path) -> None:
    """Also among what would be allowed, where it comes from the file itself."""
    text = SHIPPED.read_text().replace("key: private_cloud", 'key: "\\u202eprivate_cloud"')
    assert text != SHIPPED.read_text()
    load(tmp_path, text.encode())
