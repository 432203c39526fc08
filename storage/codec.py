"""Values of `domain` as JSON and back.

Every field is written, defaults too: what was stored must not change its meaning when
a default of the code does.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

from domain.capture import Redirect
from domain.change import Finding, Passage
from domain.document import Block
from domain.flag import EvidenceState
from domain.sentence import Sentence

T = TypeVar("T")

Blocks = TypeAdapter(tuple[Block, ...])
Passages = TypeAdapter(tuple[Passage, ...])
Findings = TypeAdapter(tuple[Finding, ...])
Sentences = TypeAdapter(tuple[Sentence, ...])
OneSentence = TypeAdapter(Sentence)
Evidence = TypeAdapter(tuple[EvidenceState, ...])
Indexes = TypeAdapter(tuple[int, ...])
Redirects = TypeAdapter(tuple[Redirect, ...])
Headers = TypeAdapter(tuple[tuple[str, str], ...])


def encode(adapter: TypeAdapter[T], value: T) -> Any:
    """Return `value` as lists, dictionaries, strings and numbers."""
    return adapter.dump_python(value, mode="json")


def decode(adapter: TypeAdapter[T], stored: Any) -> T:
    """Return the value that `encode` was given."""
    return adapter.validate_python(stored)
