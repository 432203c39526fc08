"""The built-in criteria and weights, and documents made of paragraphs."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from clausewatch.wiring import build_scoring


@pytest.fixture(scope="session")
def scoring() -> Scoring:
    """The criteria and weights that ship."""
    return build_scoring()
