"""Flags that extend one another, put together: a list shows each criterion once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from storage.records import StoredFlag
from storage.store import History
from storage.summaries import FlagKey

One = TypeVar("One", StoredFlag, FlagKey)


@dataclass(frozen=True, slots=True)
class FlagGroup:
    """The latest flag of a tool, criterion and source, and the undecided ones before it."""

    flag: StoredFlag
    extends: tuple[StoredFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The same as numbers: for a list of which one page is shown."""

    flag_id: int
    extends: tuple[int, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        """All flags of the group, the oldest first."""
        return (*self.extends, self.flag_id)


def grouped(flags: Iterable[StoredFlag]) -> tuple[FlagGroup, ...]:
    """Put undecided flags together; groups stand where their latest flag stood.

    A decided flag stands alone: what came after its decision is another matter.
    """
    return tuple(FlagGroup(latest, earlier) for latest, earlier in _together(flags, _same_flag))


def grouped_keys(keys: Iterable[FlagKey]) -> tuple[KeyGroup, ...]:
    """Put flags together of which no more is known than what they are about."""
    return tuple(
        KeyGroup(latest.id, tuple(one.id for one in earlier))
        for latest, earlier in _together(keys, _same_key)
    )


def read_groups(
    history: History, groups: Iterable[KeyGroup], now: datetime
) -> tuple[FlagGroup, ...]:
    """Return groups with what their flags say."""
    groups = tuple(groups)
    flags: Mapping[int, StoredFlag] = history.flags_of(
        [flag_id for group in groups for flag_id in group.ids], now
    )
    return tuple(
        FlagGroup(flags[group.flag_id], tuple(flags[one] for one in group.extends))
        for group in groups
    )


def _together(
    ones: Iterable[One], same: Callable[[One], object]
) -> Iterable[tuple[One, tuple[One, ...]]]:
    listed = tuple(ones)
    members: dict[object, list[One]] = {}
    for one in listed:
        members.setdefault(same(one), []).append(one)
    latest = {key: max(found, key=lambda one: one.id) for key, found in members.items()}
    for one in listed:
        key = same(one)
        if latest[key] is one:
            earlier = sorted(members[key], key=lambda other: other.id)[:-1]
            yield one, tuple(earlier)


def _same_flag(flag: StoredFlag) -> object:
    about = (flag.flag.tool_id, flag.flag.criterion, flag.source_id)
    return about if flag.state.is_undecided else flag.id


def _same_key(key: FlagKey) -> object:
    return (key.tool_id, key.criterion, key.source_id) if key.undecided else key.id
