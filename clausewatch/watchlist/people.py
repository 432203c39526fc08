"""The rules about editors: who is told, and in one way only."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clausewatch.messages.naming import nearest, shown
from clausewatch.watchlist.fault import Complaint, written_path
from clausewatch.watchlist.walk import Entry
from domain.watchlist import Watchlist

# A digest is one mail a day, so its reader has one hour, one zone and one language.
_OF_THE_PERSON = ("language", "when", "hour", "timezone", "summary")


def people(top: Entry) -> Iterator[Entry]:
    """Give every editor of the file: the default ones, then those of each tool."""
    yield from top.entries("editors")
    for tool in top.entries("tools"):
        yield from tool.entries("editors")


def people_are_told_in_one_way(top: Entry) -> Iterator[Complaint]:
    """Who edits several tools is told about all of them in the same way."""
    first: dict[str, Entry] = {}
    for person in people(top):
        mail = person.text("email").casefold()
        known = first.setdefault(mail, person)
        for key in _OF_THE_PERSON if mail else ():
            value, before = person.values.get(key), known.values.get(key)
            if value != before:
                yield Complaint(
                    person.at(key),
                    f"{shown(mail)} has another {shown(key)} at {written_path(known.path)}: "
                    "name it there once (&anchor) and repeat it (*anchor)",
                    value,
                )


def criteria_of_people_are_known(top: Entry, known: Collection[str]) -> Iterator[Complaint]:
    """What an editor minds is a criterion that exists."""
    for person in people(top):
        for path, key in person.texts("criteria"):
            if key not in known:
                yield Complaint(
                    path,
                    f"unknown criterion {shown(key)}",
                    key,
                    tuple(sorted(known)),
                    nearest(key, known),
                )


def unminded(watchlist: Watchlist) -> Iterator[Complaint]:
    """Say which ratings nobody is told about; a file without any editor means it so."""
    if not watchlist.people():
        return
    for index, tool in enumerate(watchlist.tools):
        for number, rating in enumerate(tool.ratings):
            if not watchlist.editors_of(tool, rating.criterion):
                yield Complaint(
                    ("tools", index, "ratings", number, "criterion"),
                    f"no editor minds {shown(rating.criterion)} of {shown(tool.id)}: name one "
                    "there, or under editors: at the top",
                    rating.criterion,
                )
