"""Small values of our own to store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.alert import Alert, AlertKind
from domain.capture import Capture, CaptureOrigin, Redirect
from domain.change import (
    Change,
    Edit,
    Finding,
    FindingKind,
    Passage,
    PassageKind,
    Segment,
    Significance,
)
from domain.document import Block, BlockKind, Document
from domain.flag import EvidenceState, EvidenceStatus, Flag, Priority
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from storage.records import StoredVersion
from storage.store import Work

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def capture(source_id: str = "terms", hours: int = 0, body: bytes | None = None) -> Capture:
    """A capture of a page that names its hour."""
    page = f"<p>We keep nothing.</p><i>{hours}</i>".encode() if body is None else body
    return Capture(
        source_id=source_id,
        requested_url="https://example.org/terms",
        fetched_at=NOON + hours * HOUR,
        body=page,
        headers=(("content-type", "text/html"), ("set-cookie", "a=1"), ("set-cookie", "b=2")),
        final_url="https://example.org/terms/",
        redirects=(Redirect(301, "https://example.org/terms/"),),
        origin=CaptureOrigin.MANUAL,
    )


def document(text: str = "We keep nothing.") -> Document:
    """A heading and one paragraph."""
    heading = Block(BlockKind.HEADING, "Retention", level=2)
    return Document((heading, Block(BlockKind.PARAGRAPH, text)), title="Terms", language="en")


def change(passages: int = 1) -> Change:
    """A sentence that came, as often as asked for."""
    passage = Passage(
        PassageKind.ADDED,
        before="",
        after="We keep logs.",
        segments=(Segment(Edit.INSERT, "We keep logs."),),
        new_block=1,
        findings=(Finding(FindingKind.SENTENCE_ADDED, after="We keep logs."),),
    )
    return Change((passage,) * passages, Significance.SUBSTANTIVE, "A sentence was added.")


def flag(
    criterion: str = "retention",
    *,
    tool: str = "assistant",
    score: float = 0.9,
    priority: Priority = Priority.NORMAL,
    passages: tuple[int, ...] = (0,),
) -> Flag:
    """A flag with one reason and one phrase of evidence."""
    return Flag(
        tool_id=tool,
        criterion=criterion,
        score=score,
        priority=priority,
        summary=Sentence("Logs are kept now.", "Protokolle werden jetzt behalten."),
        reasons=(Sentence("A sentence was added.", "Ein Satz kam hinzu."),),
        passages=passages,
        evidence=(EvidenceState("keep nothing", EvidenceStatus.GONE, before="We keep nothing."),),
    )


def problem(kind: ProblemKind = ProblemKind.BLOCKED) -> Problem:
    """A problem of a kind."""
    return Problem(kind, Sentence("It is shut.", "Es ist zu."), Sentence("Wait.", "Warten."))


def alert(number: int = 1) -> Alert:
    """An alert with a number in its message id."""
    return Alert(
        message_id=f"<{number}@example.org>",
        kind=AlertKind.CHANGE,
        recipient="editor@example.org",
        subject="Retention",
        text="Look",
        html="<p>Look</p>",
        source_id="terms",
        thread="<thread@example.org>",
        headers=(("X-One", "1"),),
    )


def add_version(
    work: Work, hours: int = 0, text: str | None = None, source_id: str = "terms"
) -> StoredVersion:
    """Record a capture and the version it shows."""
    capture_id = work.record_capture(capture(source_id, hours))
    wording = document(text or f"Wording of hour {hours}.")
    return work.record_version(
        source_id, capture_id, wording, "f1", "plain", "0" * 64, NOON + hours * HOUR
    )


def add_change(work: Work, passages: int = 1, source_id: str = "terms") -> int:
    """Record two versions and the change between them."""
    old = add_version(work, 0, source_id=source_id)
    new = add_version(work, 1, source_id=source_id)
    return work.record_change(source_id, old, new, change(passages), NOON + HOUR)
