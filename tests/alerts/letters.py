"""A change of a provider that nobody knows, and the alerts about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from alerts.compose import change_alert, problem_alert
from alerts.links import Links
from alerts.news import ChangeNews, ProblemNews
from alerts.rendering import BUILT_IN, Templates
from alerts.via import BY_MAIL, Via
from domain.alert import Alert, AlertKind
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
from domain.flag import EvidenceState, EvidenceStatus, Flag, Priority
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import (
    Criterion,
    DocumentKind,
    Editor,
    Evidence,
    Rating,
    Source,
    Status,
    Tool,
)

BEFORE_AT = datetime(2026, 7, 26, 6, 0, tzinfo=UTC)
AFTER_AT = datetime(2026, 7, 27, 6, 5, tzinfo=UTC)

EDITOR = Editor(email="ada@directory.example", name="Ada")
SOURCE = Source(
    id="acme-privacy",
    url="https://legal.acme.example/privacy",
    kind=DocumentKind.PRIVACY_POLICY,
    language="en",
)
TOOL = Tool(
    id="acme-api",
    name="Acme API",
    page="https://directory.example/acme-api",
    editors=(EDITOR,),
    sources=("acme-privacy",),
    ratings=(
        Rating(
            criterion="no_training",
            status=Status.PARTLY,
            rationale="Paid plans are not trained on.",
            evidence=(Evidence(source="acme-privacy", phrase="do not use your input"),),
        ),
        Rating(criterion="retention", status=Status.YES),
    ),
)
CRITERIA = {
    "no_training": Criterion(
        key="no_training",
        label={"en": "No training on customer data", "de": "Kein Training mit Kundendaten"},
        meaning="Customer data does not train models.",
    ),
    "retention": Criterion(
        key="retention",
        label={"en": "Short retention", "de": "Kurze Aufbewahrung"},
        meaning="Inputs are deleted soon.",
    ),
}

TRAINING = Passage(
    PassageKind.REWORDED,
    "We do not use your input to train models.",
    "We may use your input to train models.",
    (
        Segment(Edit.EQUAL, "We"),
        Segment(Edit.DELETE, "do not"),
        Segment(Edit.INSERT, "may"),
        Segment(Edit.EQUAL, "use your input to train models."),
    ),
    heading="4. Your input",
    findings=(Finding(FindingKind.NEGATION_REMOVED, "do not", "may"),),
)
KEPT_LONGER = Passage(
    PassageKind.ADDED, "", "Inputs are kept for 90 days.", (), heading="5. Retention"
)
CONTACT = Passage(PassageKind.REMOVED, "Write to us.", "", (), significance=Significance.EDITORIAL)
CHANGE = Change((TRAINING, KEPT_LONGER, CONTACT), Significance.SUBSTANTIVE, "a promise is gone")

TRAINING_FLAG = Flag(
    tool_id="acme-api",
    criterion="no_training",
    score=0.97,
    priority=Priority.EVIDENCE,
    summary=Sentence("Training is now allowed.", "Training ist nun erlaubt."),
    reasons=(Sentence("A negation was removed.", "Eine Verneinung ist entfallen."),),
    passages=(0,),
    evidence=(
        EvidenceState("deleted at once", EvidenceStatus.INTACT),
        EvidenceState("do not use your input", EvidenceStatus.GONE),
    ),
)
RETENTION_FLAG = Flag(
    tool_id="acme-api",
    criterion="retention",
    score=0.8,
    priority=Priority.NORMAL,
    summary=Sentence("Inputs are kept longer.", "Eingaben werden länger aufbewahrt."),
    reasons=(Sentence("A period was added: 90 days.", "Eine Frist kam hinzu: 90 Tage."),),
    passages=(1, 0),
)
FLAGS = ((12, TRAINING_FLAG),)

BLOCKED = Problem(
    ProblemKind.BLOCKED,
    Sentence("A challenge came instead of the page.", "Statt der Seite kam eine Prüfung."),
    Sentence("Ask the provider for access.", "Bitten Sie den Anbieter um Zugang."),
)


def alert_of(
    passages: Sequence[Passage] = CHANGE.passages,
    *,
    language: str = "en",
    public_url: str = "",
    via: Via = BY_MAIL,
    templates: Templates = BUILT_IN,
    **values: Any,
) -> Alert:
    """The alert about the change, with whatever a test wants otherwise."""
    arguments: dict[str, Any] = {
        "editor": Editor.model_validate({"email": EDITOR.email, "language": language}),
        "tool": TOOL,
        "source": SOURCE,
        "change": replace(CHANGE, passages=tuple(passages)),
        "flags": FLAGS,
        "criteria": CRITERIA,
        "change_id": 7,
        "before_at": BEFORE_AT,
        "after_at": AFTER_AT,
        "links": Links(public_url),
    }
    return change_alert(ChangeNews(**(arguments | values)), via, templates)


def problem_of(
    kind: AlertKind, *, language: str = "en", via: Via = BY_MAIL, **values: Any
) -> Alert:
    """The alert about a page that a bot defence keeps from us."""
    arguments: dict[str, Any] = {
        "recipient": Editor.model_validate({"email": EDITOR.email, "language": language}),
        "source": SOURCE,
        "problem": BLOCKED,
        "since": BEFORE_AT,
        "links": Links(),
        "kind": kind,
        "tools": [TOOL],
        "criteria": CRITERIA,
    }
    return problem_alert(ProblemNews(**(arguments | values)), via)
