"""Loads a watchlist file: all of it is right, or every fault is named with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clausewatch.messages.naming import shown
from clausewatch.watchlist.criteria import builtin_criteria, with_builtin
from clausewatch.watchlist.fault import Complaint, Fault, WatchlistError, unreadable
from clausewatch.watchlist.people import criteria_of_people_are_known, unminded
from clausewatch.watchlist.reading import read_tree
from clausewatch.watchlist.rules import RULES, citations, criteria_are_known
from clausewatch.watchlist.shape import watchlist_of
from clausewatch.watchlist.tree import Tree
from clausewatch.watchlist.walk import Entry, top
from domain.watchlist import Criterion, Watchlist


@dataclass(frozen=True, slots=True)
class CheckedWatchlist:
    """A watchlist without faults, and what is odd about it all the same."""

    watchlist: Watchlist
    warnings: tuple[Fault, ...]
    tree: Tree = field(repr=False)

    def fault(self, complaint: Complaint) -> Fault:
        """Give a complaint about the watchlist its line in the file."""
        return self.tree.fault(complaint)


def load_watchlist(path: Path, *, builtin: Sequence[Criterion] | None = None) -> Watchlist:
    """Return the watchlist that a file holds, completed by the built-in criteria.

    Args:
        path: the YAML file.
        builtin: the criteria that need not stand in the file; those of the package
            when it is None.

    Raises:
        WatchlistError: with all faults of the file.
    """
    return check_watchlist(path, builtin=builtin).watchlist


def check_watchlist(path: Path, *, builtin: Sequence[Criterion] | None = None) -> CheckedWatchlist:
    """Return the watchlist of a file with warnings; see `load_watchlist`."""
    criteria = builtin_criteria() if builtin is None else builtin
    tree = read_tree(path)
    if tree.data is None:
        raise unreadable(tree.file, "is empty: nothing is watched")
    completed = _completed(tree.data, criteria)
    watchlist, complaints = watchlist_of(completed)
    complaints += _across(top(completed), criteria)
    faults = [*tree.faults, *(tree.fault(complaint) for complaint in complaints)]
    if watchlist is None or faults:
        raise WatchlistError(_in_order(faults))
    odd = [*_oddities(tree), *unminded(watchlist)]
    return CheckedWatchlist(watchlist, _in_order(tree.fault(one) for one in odd), tree)


def _completed(data: object, criteria: Sequence[Criterion]) -> object:
    if not isinstance(data, dict):
        return data
    return {**data, "criteria": with_builtin(data.get("criteria", []), criteria)}


def _across(file: Entry, criteria: Sequence[Criterion]) -> list[Complaint]:
    known = {criterion.key for criterion in criteria}
    known |= {entry.text("key") for entry in file.entries("criteria")} - {""}
    complaints = [complaint for rule in RULES for complaint in rule(file)]
    complaints += criteria_are_known(file, known)
    return complaints + list(criteria_of_people_are_known(file, known))


def _oddities(tree: Tree) -> Iterator[Complaint]:
    """What is allowed, and yet most likely not meant."""
    file = top(tree.data)
    cited = {source_id for _, source_id in citations(file)}
    if not any(True for _ in file.entries("sources")):
        yield Complaint((), "there are no sources: nothing is watched")
    for source in file.entries("sources"):
        name = source.text("id")
        if name not in cited:
            yield Complaint(
                source.path, f"no tool cites source {shown(name)}: its changes flag nothing", name
            )
        if source.values.get("expand") and source.text("render") != "browser":
            yield Complaint(source.at("expand"), "has no effect without render: browser")


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort by place in the file; a fault that was found in two ways is named once."""
    seen: dict[str, Fault] = {}
    for fault in sorted(faults, key=lambda fault: (fault.line, fault.column)):
        seen.setdefault(str(fault), fault)
    return tuple(seen.values())
