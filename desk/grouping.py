"""Flags that extend one another, put together: a list shows each criterion once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from storage.records import FlagState, StoredFlag

_UNDECIDED = {FlagState.OPEN, FlagState.LATER}


@dataclass(frozen=True, slots=True)
class FlagGroup:
    """The latest flag of a tool, criterion and source, and the undecided ones before it."""

    flag: StoredFlag
    extends: tuple[StoredFlag, ...] = ()


def grouped(flags: Iterable[StoredFlag]) -> tuple[FlagGroup, ...]:
    """Put undecided flags together; groups stand where their first flag stood.

    A decided flag stands alone: what came after its decision is another matter.
    """
    together: dict[object, list[StoredFlag]] = {}
    for flag in flags:
        same = (flag.flag.tool_id, flag.flag.criterion, flag.source_id)
        together.setdefault(same if flag.state in _UNDECIDED else flag.id, []).append(flag)
    found = []
    for members in together.values():
        *earlier, latest = sorted(members, key=lambda one: one.id)
        found.append(FlagGroup(latest, tuple(earlier)))
    return tuple(found)
