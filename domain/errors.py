"""The one tree of errors. Each class says what the caller should do about it.

====================  =====================================================
`ConfigurationError`  stop before anything is fetched; the user mends a file
`SourceError`         record it for this source and go on with the others
`StoreError`          stop the run loudly; the transaction was rolled back
`DeliveryError`       keep the alert in the outbox and try again later
`LearningError`       leave the weights as they are; decide more flags first
`OpinionError`        go on without the second opinion; the flag is as it was
====================  =====================================================
"""

from __future__ import annotations


class ClausewatchError(Exception):
    """Anything that Clausewatch raises on purpose; the message says what to do."""


class ConfigurationError(ClausewatchError):
    """The watchlist or the settings are wrong; nothing was fetched (exit code 2)."""


class SourceError(ClausewatchError):
    """One source could not be checked; the other sources go on."""


class UnreadableDocumentError(SourceError):
    """The body of a capture cannot be read as the type that it claims to be."""


class StoreError(ClausewatchError):
    """The store failed; the run stops and nothing is half-written (exit code 3)."""


class NotFoundError(ClausewatchError):
    """What was asked for by id is not in the store or the watchlist."""


class LetGoError(NotFoundError):
    """The bytes of a capture were let go under the rule of the settings; its row stays."""


class DeliveryError(ClausewatchError):
    """An alert was not accepted by its channel; it stays in the outbox.

    `permanent` is true when trying again cannot help (an address refused for good).
    """

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


class LearningError(ClausewatchError):
    """There is too little to learn from, or nothing was gained; no weights were written."""


class OpinionError(ClausewatchError):
    """No second opinion could be had; nothing else is touched by it.

    `counts` is true when it may lie in the question, so that it must not be asked for
    ever; `ends_pass` when the next question would fare no better now.
    """

    def __init__(self, message: str, *, counts: bool, ends_pass: bool) -> None:
        super().__init__(message)
        self.counts = counts
        self.ends_pass = ends_pass
