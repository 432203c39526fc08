"""A sample of what an editor is sent, about a tool that nobody rates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.compose import change_alert
from alerts.news import ChangeNews
from clausewatch.parts import Parts
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
from domain.editor import Editor
from domain.flag import EvidenceState, EvidenceStatus, Flag, Priority
from domain.sentence import Sentence
from domain.watchlist import DocumentKind, Evidence, Rating, Source, Status, Tool

_PHRASE = "do not use your content to train"
_SOURCE = Source(
    id="sample-privacy",
    url="https://sample.example/privacy",
    kind=DocumentKind.PRIVACY_POLICY,
    language="en",
)
_TOOL = Tool(
    id="sample-tool",
    name="Sample Tool",
    sources=(_SOURCE.id,),
    ratings=(
        Rating(
            criterion="no_training",
            status=Status.YES,
            rationale="The policy keeps the content of customers out of training.",
            evidence=(Evidence(source=_SOURCE.id, phrase=_PHRASE),),
        ),
    ),
)
_PASSAGE = Passage(
    PassageKind.REWORDED,
    "We do not use your content to train our models.",
    "We may use your content to train our models, unless you opt out.",
    (
        Segment(Edit.EQUAL, "We"),
        Segment(Edit.DELETE, "do not"),
        Segment(Edit.INSERT, "may"),
        Segment(Edit.EQUAL, "use your content to train our"),
        Segment(Edit.DELETE, "models."),
        Segment(Edit.INSERT, "models, unless you opt out."),
    ),
    heading="3. Your content",
    findings=(Finding(FindingKind.NEGATION_REMOVED, "do not", "may"),),
)
_CHANGE = Change((_PASSAGE,), Significance.SUBSTANTIVE, "a promise was turned round")
_FLAG = Flag(
    tool_id=_TOOL.id,
    criterion="no_training",
    score=0.98,
    priority=Priority.EVIDENCE,
    summary=Sentence(
        "This is a sample: training on customer data is now allowed unless one opts out.",
        "Dies ist ein Muster: Training mit Kundendaten ist nun erlaubt, wenn man nicht "
        "widerspricht.",
    ),
    reasons=(
        Sentence(
            "The phrase that the rating rests on is gone.",
            "Die Formulierung, auf der die Bewertung beruht, ist entfallen.",
        ),
    ),
    passages=(0,),
    evidence=(EvidenceState(_PHRASE, EvidenceStatus.GONE, before=_PASSAGE.before),),
)


def samples_for(editor: Editor, parts: Parts, at: datetime) -> Iterator[Alert]:
    """Yield what the editor would be sent of a change, by each of their channels."""
    news = ChangeNews(
        editor=editor,
        tool=_TOOL,
        source=_SOURCE,
        change=_CHANGE,
        change_id=0,
        flags=[(0, _FLAG)],
        criteria={criterion.key: criterion for criterion in parts.watchlist.criteria},
        before_at=at - timedelta(days=1),
        after_at=at,
        links=parts.links,
    )
    for via in parts.ways_to(editor):
        yield replace(change_alert(news, via, parts.templates), kind=AlertKind.SAMPLE)
