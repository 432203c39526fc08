"""Rows of a made-up store: what one source says, how it changes, what a fetch of it gave."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from domain.capture import CaptureOrigin
from domain.change import Significance
from domain.problem import ProblemKind
from storage.records import Decision

PASSAGES = 150
CRITERIA = 7
_FAILED = 50  # every so many captures one is not the document
_HEADERS = [["content-type", "text/html; charset=utf-8"]] + [
    [f"x-header-{number}", "of the length that headers tend to have, more or less"]
    for number in range(11)
]
_SENTENCE = {"en": "It changed.", "de": "Es hat sich geändert."}

Row = dict[str, Any]
Edit = tuple[int, str, str]
"""A place, and the passage that stood and that stands there."""


def first_passages(source: int) -> list[str]:
    """Return what the first version of a source says."""
    chance = random.Random(-1 - source)  # noqa: S311 - no secret hangs on it
    return [f"{_sentence(chance)} {number}." for number in range(PASSAGES)]


def reworded(passage: str, chance: random.Random) -> str:
    """Return a passage with three words replaced, as most changes are."""
    words = passage.split()
    for place in chance.sample(range(len(words) - 1), 3):
        words[place] = _word(chance)
    # A word that no other passage has: two of them never read the same.
    words[0] = f"n{chance.getrandbits(60)}"
    return " ".join(words)


def _sentence(chance: random.Random) -> str:
    return " ".join(_word(chance) for _ in range(28))


def _word(chance: random.Random) -> str:
    return f"w{int(chance.paretovariate(0.6)) % 30000}"


def version(version_id: int, source_id: str, number: int, at: datetime, said: list[str]) -> Row:
    """Return a version that says some passages; its capture is not known yet."""
    return {
        "id": version_id,
        "source_id": source_id,
        "number": number,
        "at": at,
        "fingerprint": "made up",
        "recipe": "made up",
        "wording_hash": hashlib.sha256("\n".join(said).encode()).hexdigest(),
        "title": f"Document of {source_id}",
        "language": "en",
        "blocks": [
            {"kind": "paragraph", "text": one, "level": 0, "cells": [], "header": False}
            for one in said
        ],
        "word_count": 28 * len(said),
        "replaces_id": None,
    }


def wording(number: int, source_id: str, passage: str) -> Row:
    """Return a passage as it is searched."""
    key = hashlib.sha256(passage.encode()).hexdigest()[:32]
    return {"id": number, "source_id": source_id, "hash": key, "text": passage}


def standing(wording_id: int, number: int, at: datetime) -> Row:
    """Return since when a passage stands."""
    return {
        "id": wording_id,
        "wording_id": wording_id,
        "since_number": number,
        "since_at": at,
        "gone_number": None,
        "gone_at": None,
    }


def change(
    change_id: int, source_id: str, versions: tuple[int, int], at: datetime, edits: Sequence[Edit]
) -> Row:
    """Return how two versions differ."""
    return {
        "id": change_id,
        "source_id": source_id,
        "old_version_id": versions[0],
        "new_version_id": versions[1],
        "at": at,
        "significance": Significance.SUBSTANTIVE,
        "reason": "The wording of a term changed.",
        "passages": [_passage(*edit) for edit in edits],
        "findings": [],
    }


def _passage(place: int, before: str, after: str) -> Row:
    return {
        "kind": "reworded",
        "before": before,
        "after": after,
        "segments": [{"edit": "delete", "text": before}, {"edit": "insert", "text": after}],
        "heading": "",
        "old_block": place,
        "new_block": place,
        "findings": [],
        "significance": "substantive",
        "note": "",
    }


def flag(flag_id: int, made: Row, tool_id: str, chance: random.Random) -> Row:
    """Return a flag that a change raised."""
    return {
        "id": flag_id,
        "change_id": made["id"],
        "source_id": made["source_id"],
        "tool_id": tool_id,
        "criterion": f"criterion-{chance.randrange(CRITERIA)}",
        "at": made["at"],
        "score": chance.random(),
        "priority": chance.choice((10, 20, 30, 40)),
        "summary": _SENTENCE,
        "reasons": [_SENTENCE],
        "passages": [0, 1],
        "evidence": [],
    }


def review(flag_id: int, at: datetime, chance: random.Random) -> Row:
    """Return the decision about a flag."""
    return {
        "id": flag_id,
        "flag_id": flag_id,
        "decision": chance.choice((Decision.CONFIRMED, Decision.NOT_RELEVANT)),
        "by": "anna",
        "at": at,
        "why": "Looked at the passage.",
        "until": None,
        "details": {},
    }


def body(source_id: str, number: int) -> Row:
    """Return the bytes that all captures of a version brought."""
    key = hashlib.sha256(f"{source_id} {number}".encode()).hexdigest()
    frame = random.Random(key).randbytes(4000)  # noqa: S311 - no secret hangs on it
    return {"hash": key, "size": 100_000, "frame": frame}


def capture(source_id: str, place: int, at: datetime, body_hash: str, version_id: int) -> Row:
    """Return a fetch, which has no number yet; some of them failed."""
    failed = place % _FAILED == _FAILED - 1
    return {
        "source_id": source_id,
        "fetched_at": at,
        "requested_url": f"https://example.org/{source_id}",
        "final_url": f"https://example.org/{source_id}",
        "redirects": [],
        "status": 503 if failed else 200,
        "headers": _HEADERS,
        "origin": CaptureOrigin.HTTP,
        "body_hash": body_hash,
        "problem_kind": ProblemKind.HTTP_ERROR if failed else None,
        "version_id": None if failed else version_id,
    }


def problem(number: int, source_id: str, opened: datetime, closed: datetime | None) -> Row:
    """Return a problem; it is open when it was not closed."""
    return {
        "id": number,
        "source_id": source_id,
        "kind": ProblemKind.HTTP_ERROR,
        "what": _SENTENCE,
        "advice": _SENTENCE,
        "certain": True,
        "opened_at": opened,
        "closed_at": closed,
        "capture_id": None,
    }


def state(source_id: str, checked: datetime, due: timedelta) -> Row:
    """Return what is remembered of a source."""
    return {
        "source_id": source_id,
        "url": f"https://example.org/{source_id}",
        "next_due_at": checked + due,
        "last_checked_at": checked,
        "last_good_at": checked,
        "etag": "",
        "last_modified": "",
        "validators_version_id": None,
        "body_hash": "",
        "visible_hash": "",
        "memory": {},
        "lease_owner": None,
        "lease_until": None,
    }
