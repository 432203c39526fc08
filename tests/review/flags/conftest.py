"""The built-in criteria and weights, and documents made of paragraphs."""

from __future__ import annotations

import pytest

from clausewatch.wiring import Judgement, build_judgement


@pytest.fixture(scope="session")
def judgement() -> Judgement:
    """The criteria and weights that ship."""
    return build_judgement()
