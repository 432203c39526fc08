"""What was typed behind `clausewatch review`: flags, ratings and evidence."""

from __future__ import annotations

from pydantic import ValidationError

from clausewatch.messages.unknown import unknown
from domain.errors import ConfigurationError, NotFoundError
from domain.value import LARGEST_NUMBER
from domain.watchlist import Evidence, Watchlist


def asked(what: list[str]) -> tuple[list[int], list[tuple[str, str]]]:
    """Tell numbers of flags from names of ratings.

    Raises:
        ConfigurationError: one is neither.
        NotFoundError: a number is larger than that of any flag.
    """
    flags, ratings = [], []
    for one in what:
        tool, slash, criterion = one.partition("/")
        if one.isdecimal():
            if int(one) > LARGEST_NUMBER:
                raise NotFoundError(f"there is no flag {one}; `clausewatch flags` lists them")
            flags.append(int(one))
        elif slash and tool and criterion:
            ratings.append((tool, criterion))
        else:
            raise ConfigurationError(
                f'"{one}" is neither the number of a flag nor a rating such as tool/criterion'
            )
    return flags, ratings


def evidence_of(written: str) -> Evidence:
    """Read SOURCE:PHRASE."""
    source, _, phrase = written.partition(":")
    try:
        return Evidence(source=source.strip(), phrase=phrase.strip())
    except ValidationError as error:
        raise ConfigurationError(
            f'"{written}" is no evidence: write SOURCE:PHRASE, such as acme-dpa:not use it to train'
        ) from error


def names_are_known(
    watchlist: Watchlist, ratings: list[tuple[str, str]], evidence: tuple[Evidence, ...]
) -> None:
    """Make sure that the ratings and the sources of evidence are in the watchlist.

    Raises:
        ConfigurationError: one is not; it says what was probably meant.
    """
    names = [f"{tool.id}/{one.criterion}" for tool in watchlist.tools for one in tool.ratings]
    for tool, criterion in ratings:
        if f"{tool}/{criterion}" not in names:
            raise unknown("rating", f"{tool}/{criterion}", names)
    for one in evidence:
        if watchlist.source(one.source) is None:
            raise unknown("source", one.source, [source.id for source in watchlist.sources])
