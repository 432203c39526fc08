"""A promise that is watched and breaks, and what the next process knows of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from clausewatch.checking.story import check_source
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from domain.capture import Capture
from tests.story.conftest import BODY, PROMISE, page

WATCHLIST = """\
# Ours.
sources:
  - id: privacy   # the policy
    url: https://example.com/privacy
    kind: privacy_policy
    language: en

tools:
  - id: tool
    name: Example Tool
    sources: [privacy]
    ratings:
      # The most important one.
      - criterion: no_training
        status: yes   # since March
        rationale: >-
          Excluded by the policy, which
          says so in one sentence.
        evidence:
          # the promise
          - source: privacy
            phrase: do not use your content to train
          - source: privacy
            phrase: thirty days after

      - criterion: dpa
        status: no
"""
WEAKER = "We may use your content to train our models."


def parts_of(folder: Path) -> Parts:
    """The parts as the next process would have them."""
    store = f"sqlite:///{folder / 'store.sqlite3'}"
    return build_parts(Settings.load({"CLAUSEWATCH_STORE": store}, folder))


def see(folder: Path, wording: str, hour: int) -> None:
    """Feed a page with this wording in the place of the promise."""
    parts = parts_of(folder)
    body = page(*(wording if line == PROMISE else line for line in BODY))
    capture = Capture(
        source_id="privacy",
        requested_url="https://example.com/privacy",
        fetched_at=datetime(2026, 4, 1, hour, tzinfo=UTC),
        body=body,
        headers=(("content-type", "text/html; charset=utf-8"),),
        final_url="https://example.com/privacy",
    )
    check_source(parts.watchlist.sources[0], capture, parts)
    parts.store.close()
