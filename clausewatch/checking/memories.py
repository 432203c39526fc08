"""What was learnt of a source, as the store keeps it for us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from review.verdict import Memory
from storage.records import SourceState

_memory = TypeAdapter(Memory)


def memory_of(state: SourceState) -> Memory:
    """Return what was remembered after the last check."""
    return _memory.validate_python(state.memory)


def as_stored(memory: Memory) -> Mapping[str, Any]:
    """Return a memory as JSON can say it."""
    return dict(_memory.dump_python(memory, mode="json"))
