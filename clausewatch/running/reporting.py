"""How results of checks are told while a run is under way: whoever starts one says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clausewatch.checking.events import CheckResult

OnResult = Callable[[CheckResult], None]
"""Is given what the check of each source came to, as soon as it is in the store."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """What is done with results here, and the command of a child that does the same with its own.

    A child reads a `BatchOrder` from its standard input and ends with a code of `Exit`.
    """

    on_result: OnResult
    child: Sequence[str]
