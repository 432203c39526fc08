"""The criteria that Clausewatch brings along, and how a watchlist adds to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from clausewatch.watchlist.reading import parse_tree
from domain.watchlist import Criterion
from review.words.folding import folded_text

_FOLDER = "criteria"
_ROWS = (
    *("on_prem", "private_cloud", "eu_saas", "hybrid"),
    *("dpa", "no_training", "open_source", "gdpr"),
)
"""The built-in criteria in the order of a scorecard; each has a file of its name."""

_OPEN = "openended"  # stands for a * among the words


@cache
def builtin_criteria() -> tuple[Criterion, ...]:
    """Return the criteria of the package: eight rows of a scorecard with their words."""
    return tuple(map(_read, _ROWS))


def _read(row: str) -> Criterion:
    name = f"{_FOLDER}/{row}.yaml"
    text = files("clausewatch").joinpath(name).read_text(encoding="utf-8")
    return Criterion.model_validate(parse_tree(text, name).data)


def with_builtin(written: object, builtin: Sequence[Criterion]) -> object:
    """Complete the `criteria:` of a watchlist by the built-in ones.

    The entries of the file stay at their places, so that faults in them keep their
    paths; built-in criteria that the file does not name follow. An entry of a
    built-in key replaces its meaning and, by language, its label; its vocabulary is
    added to the built-in one, phrase by phrase. What is no list is returned as it is:
    the shape of the file is checked later.
    """
    if not isinstance(written, list):
        return written
    known = {criterion.key: criterion.model_dump() for criterion in builtin}
    completed = [_completed(entry, known) for entry in written]
    named = [entry.get("key") for entry in written if isinstance(entry, dict)]
    return completed + [entry for key, entry in known.items() if key not in named]


def _completed(entry: object, known: Mapping[str, Mapping[str, Any]]) -> object:
    key = entry.get("key") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(key, str) or key not in known:
        return entry
    base = known[key]
    completed = {**base, **entry}
    if isinstance(entry.get("label"), dict):
        completed["label"] = {**base["label"], **entry["label"]}
    if isinstance(entry.get("vocabulary"), dict):
        vocabulary = {**base["vocabulary"], **entry["vocabulary"]}
        for language, phrases in entry["vocabulary"].items():
            if isinstance(phrases, dict):
                vocabulary[language] = _added(phrases, base["vocabulary"].get(language, {}))
        completed["vocabulary"] = vocabulary
    return completed


def _added(phrases: Mapping[str, object], base: Mapping[str, float]) -> dict[str, object]:
    """Add phrases to built-in ones; the same words spelled otherwise are the same phrase."""
    named = {_words(phrase) for phrase in phrases}
    kept = {phrase: weight for phrase, weight in base.items() if _words(phrase) not in named}
    # A weight of 0 is there to silence a built-in phrase, and has done so now.
    return {**kept, **{phrase: weight for phrase, weight in phrases.items() if weight != 0}}


def _words(phrase: str) -> str:
    """Return what a phrase is looked for by: its folded words, and which endings are open."""
    return folded_text(phrase.replace("*", f" {_OPEN} "))
