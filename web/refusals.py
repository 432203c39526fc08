"""Why a request is not answered with what it asked for."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it is no fault of ours
    """A request that is refused: the status, and the label that says why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
