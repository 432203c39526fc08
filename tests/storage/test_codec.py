"""Domain values as JSON: what goes in comes out."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.capture import Redirect
from domain.change import Passage
from domain.document import Block, BlockKind
from domain.flag import EvidenceState
from domain.sentence import Sentence
from storage import codec

# Any character that Python knows, NUL and halves of surrogate pairs included.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=()), max_size=20))
st.register_type_strategy(float, st.floats(0, 1))

VALUES = st.one_of(
    st.tuples(st.just(codec.Blocks), st.lists(st.from_type(Block), max_size=3).map(tuple)),
    st.tuples(st.just(codec.Passages), st.lists(st.from_type(Passage), max_size=3).map(tuple)),
    st.tuples(st.just(codec.Evidence), st.lists(st.from_type(EvidenceState)).map(tuple)),
    st.tuples(st.just(codec.Sentences), st.lists(st.from_type(Sentence)).map(tuple)),
    st.tuples(st.just(codec.OneSentence), st.from_type(Sentence)),
    st.tuples(st.just(codec.Redirects), st.lists(st.from_type(Redirect)).map(tuple)),
    st.tuples(st.just(codec.Headers), st.lists(st.tuples(st.text(), st.text())).map(tuple)),
    st.tuples(st.just(codec.Indexes), st.lists(st.integers()).map(tuple)),
)


@given(VALUES)
def test_every_value_survives(case: tuple[TypeAdapter[Any], Any]) -> None:
    """Through JSON as text, as a database keeps it."""
    adapter, value = case
    stored = json.loads(json.dumps(codec.encode(adapter, value)))
    assert codec.decode(adapter, stored) == value


def test_defaults_are_written() -> None:
    """A default that the code changes later must not change what was stored."""
    (stored,) = codec.encode(codec.Blocks, (Block(BlockKind.PARAGRAPH, "text"),))
    assert set(stored) == {field.name for field in fields(Block)}
