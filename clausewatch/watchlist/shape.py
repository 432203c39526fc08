"""Does each value of the file have the shape that the domain asks for?

Pydantic decides; here its errors are put into the words of somebody who writes a
watchlist.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from clausewatch.messages.naming import nearest, shown
from clausewatch.watchlist.fault import Complaint, KeyPath
from domain.watchlist import (
    Criterion,
    DocumentKind,
    Editor,
    Evidence,
    Rating,
    Source,
    Status,
    Tool,
    Watchlist,
)

# Which value stands under which keys, list positions left out.
VALUES: Mapping[tuple[str, ...], type[BaseModel]] = {
    (): Watchlist,
    ("tools",): Tool,
    ("tools", "editors"): Editor,
    ("tools", "ratings"): Rating,
    ("tools", "ratings", "evidence"): Evidence,
    ("sources",): Source,
    ("criteria",): Criterion,
    ("keepers",): Editor,
    ("editors",): Editor,
}

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "kind": tuple(DocumentKind),
    "render": ("http", "browser"),
    "language": ("en", "de"),
    "when": ("at once", "digest"),
    "from_priority": ("low", "normal", "direction", "evidence"),
    "summary": ("monthly", "never"),
}

_PATTERNS: Mapping[str, str] = {
    "email": "is no e-mail address such as editor@example.org",
    "language": "is no language code: write two lower-case letters such as en",
}

_IDENTIFIER = "is no id: use lower-case letters, digits, - and _, with a letter or digit first"

Words = Callable[[ErrorDetails, KeyPath], Complaint]


def watchlist_of(data: object) -> tuple[Watchlist | None, list[Complaint]]:
    """Read plain values as a watchlist; None and the complaints when they are none."""
    try:
        return Watchlist.model_validate(data), []
    except ValidationError as error:
        return None, _each_once([_complaint(one) for one in error.errors(include_url=False)])


def _each_once(complaints: list[Complaint]) -> list[Complaint]:
    """Leave out that a key is missing where another was meant to be it."""
    meant = {(*one.path[:-1], one.suggestion) for one in complaints if one.suggestion}
    return [one for one in complaints if one.path not in meant]


def _complaint(detail: ErrorDetails) -> Complaint:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["input"] is None:
        return _empty(path)
    return _WORDS.get(detail["type"], _other)(detail, path)


def _empty(path: KeyPath) -> Complaint:
    """Say what belongs under a key without a value; one that is needed cannot be left out."""
    field = _fields_around(path).get(str(path[-1])) if path else None
    if field is None or not field.is_required():
        said = "has no value: give it one, or leave the key out"
    else:
        said = f"has no value, and needs one: {field.description}"
    return Complaint(path, said, at_key=True)


def _missing(_: ErrorDetails, path: KeyPath) -> Complaint:
    return Complaint(path, f"missing key {shown(path[-1])}")


def _unknown_key(detail: ErrorDetails, path: KeyPath) -> Complaint:
    allowed = tuple(_fields_around(path))
    key = str(path[-1])
    meant = nearest(key, allowed)
    return Complaint(
        path,
        f"unknown key {shown(key)}",
        detail["input"],
        () if meant else allowed,
        meant,
        at_key=True,
    )


def _fields_around(path: KeyPath) -> Mapping[str, FieldInfo]:
    """Return the keys that the mapping around a value may have; none where it is of no model."""
    around = tuple(part for part in path[:-1] if isinstance(part, str))
    return VALUES[around].model_fields if around in VALUES else {}


def _choice(detail: ErrorDetails, path: KeyPath) -> Complaint:
    given = detail["input"]
    allowed = _CHOICES.get(str(path[-1]), ())
    meant = nearest(given, allowed) if isinstance(given, str) else ""
    return Complaint(path, f"{shown(given)} is not allowed", given, allowed, meant)


def _pattern(detail: ErrorDetails, path: KeyPath) -> Complaint:
    given = detail["input"]
    words = _PATTERNS.get(str(path[-1]), _IDENTIFIER)
    return Complaint(path, f"{shown(given)} {words}", given)


def _short(detail: ErrorDetails, path: KeyPath) -> Complaint:
    least = detail.get("ctx", {}).get("min_length")
    given = detail["input"]
    return Complaint(path, f"{shown(given)} is too short: at least {least} characters", given)


def _long(detail: ErrorDetails, path: KeyPath) -> Complaint:
    most = detail.get("ctx", {}).get("max_length")
    given = detail["input"]
    return Complaint(path, f"{shown(given)} is too long: at most {most} characters", given)


def _own(detail: ErrorDetails, path: KeyPath) -> Complaint:
    """Repeat what a validator of the domain says, after the value."""
    given = detail["input"]
    return Complaint(path, f"{shown(given)} {detail.get('ctx', {}).get('error')}", given)


def _must_be(what: str) -> Words:
    def words(detail: ErrorDetails, path: KeyPath) -> Complaint:
        given = detail["input"]
        if isinstance(given, dict | list):
            return Complaint(path, f"must be {what}, not {shown(given)}", given)
        return Complaint(path, f"{shown(given)} must be {what}", given)

    return words


def _list(detail: ErrorDetails, path: KeyPath) -> Complaint:
    given = detail["input"]
    if isinstance(given, str):
        return Complaint(path, f"{shown(given)} must be a list: write [{shown(given)}]", given)
    return _must_be("a list")(detail, path)


def _other(detail: ErrorDetails, path: KeyPath) -> Complaint:
    return Complaint(path, f"{shown(detail['input'])}: {detail['msg']}", detail["input"])


def _number(detail: ErrorDetails, path: KeyPath) -> Complaint:
    return _must_be(_RANGES.get(str(path[-1]), "a number from 0 to 1"))(detail, path)


_RANGES: Mapping[str, str] = {"hour": "a whole number from 0 to 23"}
_DAY = _must_be("a day such as 2026-07-31")
_MAPPING = _must_be("a mapping of keys to values")

_WORDS: Mapping[str, Words] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "enum": _choice,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _short,
    "string_too_long": _long,
    "value_error": _own,
    "string_type": _must_be("text; put it in quotes if it is meant as text"),
    "tuple_type": _list,
    "model_type": _MAPPING,
    "dict_type": _MAPPING,
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "greater_than_equal": _number,
    "less_than_equal": _number,
    "int_type": _number,
    "int_parsing": _number,
    "int_from_float": _number,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}
