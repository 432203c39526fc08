"""A small history of our own, with everything a page can show, and hostile on purpose."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.capture import Capture, Redirect
from domain.document import Block, BlockKind, Document
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
    Watchlist,
)
from review.comparison import compare
from storage.records import SourceState, StoredVersion
from storage.store import Store, Work
from web.access import Access
from web.deps import Deps

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = timedelta(days=1)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
BODY = f"<html><body>{EVIL}</body></html>".encode()
EVIDENCE = "do not train our models on customer data"

EDITIONS = (
    (
        "Terms of use",
        "Training",
        f"We {EVIDENCE}.",
        "Support answers within three working days.",
        "Storage",
        "Data is deleted after 30 days.",
    ),
    (
        "Terms of use",
        "Training",
        f"We {EVIDENCE}, unless an administrator allows it.",
        f"A page may hold {EVIL} and is shown as text.",
        "Support answers within three working days.",
        "Storage",
        "Data is deleted after 90 days.",
    ),
    (
        "Terms of use",
        "Training",
        f"We {EVIDENCE}, unless an administrator allows it.",
        "Storage",
        "Data is deleted after 90 days.",
        "Support answers within three working days.",
    ),
)

WATCHLIST = Watchlist(
    tools=(
        Tool(
            id="lumen",
            name="Lumen <b>API</b>",
            page="javascript:alert(1)",
            editors=(Editor(email="anna@example.org"),),
            sources=("terms", "policy"),
            ratings=(
                Rating(
                    criterion="no_training",
                    status=Status.YES,
                    rationale=f"They promise it. {EVIL}",
                    evidence=(
                        Evidence(source="terms", phrase=EVIDENCE),
                        Evidence(source="policy", phrase="never fetched"),
                    ),
                ),
            ),
        ),
    ),
    sources=(
        Source(id="terms", url="https://lumen.example/terms", kind=DocumentKind.TERMS),
        Source(id="policy", url="https://lumen.example/policy"),
    ),
    criteria=(
        Criterion(
            key="no_training",
            label={"en": "No training", "de": "Kein Training"},
            meaning="Is customer data kept out of training?",
        ),
        Criterion(key="retention", label={"en": "Retention"}, meaning="How long is it kept?"),
    ),
)


def document(lines: tuple[str, ...]) -> Document:
    """Return lines as a document; short lines without a stop are headings."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, line)
        if line.endswith((".", ">"))
        else Block(BlockKind.HEADING, line, level=2)
        for line in lines
    )
    return Document(blocks, title=f"Terms {EVIL}", language="en")


def fill(store: Store) -> None:
    """Record three versions, two changes, three flags, problems and captures between."""
    with store.work() as work:
        versions = [_version(work, number, lines) for number, lines in enumerate(EDITIONS)]
        _change(work, versions[0], versions[1], flags=True)
        _change(work, versions[1], versions[2], flags=False)
        for hours in range(1, 60):
            capture_id = work.record_capture(capture(START + 25 * DAY + timedelta(hours=hours)))
            work.show_version(capture_id, versions[2].id)
        _problems(work)
        work.save_state(
            SourceState(
                "terms",
                url="https://lumen.example/terms",
                next_due_at=NOW + timedelta(hours=2),
                last_checked_at=NOW - timedelta(hours=10),
                last_good_at=NOW - DAY,
            )
        )


def capture(at: datetime, source_id: str = "terms") -> Capture:
    """A capture whose bytes and headers are hostile."""
    return Capture(
        source_id=source_id,
        requested_url="https://lumen.example/terms",
        fetched_at=at,
        body=BODY + at.isoformat().encode(),
        headers=(("content-type", "text/html"), ("x-evil", EVIL), ("content-encoding", "br")),
        final_url="https://lumen.example/legal/terms",
        redirects=(Redirect(301, "https://lumen.example/legal/terms"),),
    )


def _version(work: Work, number: int, lines: tuple[str, ...]) -> StoredVersion:
    at = START + 10 * number * DAY
    capture_id = work.record_capture(capture(at))
    return work.record_version(
        "terms", capture_id, document(lines), "fingerprint", "recipe", str(number), at
    )


def _change(work: Work, old: StoredVersion, new: StoredVersion, *, flags: bool) -> None:
    change = compare(old.document, new.document, kind="terms")
    change_id = work.record_change("terms", old, new, change, new.at)
    raised = [_flag("no_training", Priority.EVIDENCE), _flag("retention", Priority.NORMAL)]
    raised.append(_flag("unknown_criterion", Priority.LOW))
    if flags:
        work.record_flags(change_id, "terms", raised, new.at)


def _flag(criterion: str, priority: Priority) -> Flag:
    state = EvidenceState(EVIDENCE, EvidenceStatus.REWORDED, f"We {EVIDENCE}.", EVIL, 0.8)
    return Flag(
        tool_id="lumen",
        criterion=criterion,
        score=0.9,
        priority=priority,
        summary=Sentence(f"It changed. {EVIL}", f"Es hat sich geändert. {EVIL}"),
        reasons=(Sentence("An exception was added.", "Eine Ausnahme kam hinzu."),),
        passages=(0, 1),
        evidence=(state,) if criterion == "no_training" else (),
    )


def _problems(work: Work) -> None:
    problem = Problem(
        ProblemKind.BLOCKED,
        Sentence(f"A bot defence answered. {EVIL}", "Eine Bot-Abwehr hat geantwortet."),
        Sentence("Ask the provider.", "Fragen Sie den Anbieter."),
    )
    bad = work.record_capture(capture(START + 40 * DAY), ProblemKind.BLOCKED)
    work.open_problem("terms", problem, START + 40 * DAY, bad)
    work.close_problem("terms", START + 50 * DAY)
    work.open_problem("terms", problem, START + 60 * DAY, None)


def deps(store: Store, access: Access | None = None, **others: object) -> Deps:
    """Return what an application works with, at a fixed time."""
    return Deps(
        store=store,
        file=lambda: WATCHLIST,
        secret="only for tests",  # noqa: S106 - it protects nothing
        access=access or Access(local_name="anna@example.org"),
        clock=lambda: NOW,
        **others,  # type: ignore[arg-type]
    )


PAGES = (
    "/",
    "/flags",
    "/flags?decided=1&tool=lumen",
    "/flags/1",
    "/tools",
    "/tools/lumen",
    "/tools/lumen/ratings/no_training",
    "/ratings",
    "/ratings?all=1",
    "/ratings/evidence",
    "/flags?tool=nobody",
    "/sources",
    "/sources?problems=1",
    "/sources/terms",
    "/sources/terms?since=2026-01-10T00:00:00Z&until=2026-01-20T00:00:00Z",
    "/sources/policy",
    "/sources/terms/versions/2",
    "/sources/terms/compare/1/3",
    "/sources/terms/compare/1/3?layout=inline",
    "/changes/1",
    "/changes/1?layout=inline",
    "/changes/2",
    "/captures/1",
    "/search",
    "/search?q=deleted+after",
    "/search?q=nothing+of+this",
    "/sign-in",
    "/no/such/page",
)
"""Every page, in each of its states."""

NOT_FOUND = ("/sign-in", "/no/such/page")
