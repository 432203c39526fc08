"""The one story: what one fetch after the other comes to, in the store and in the outbox."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausewatch.checking.story import accept_capture, check_source
from domain.alert import AlertKind
from domain.capture import Capture, FetchFailure, NotModified, Redirect
from domain.change import Significance
from domain.flag import EvidenceStatus, Priority
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from review.verdict import BLOCK_STAYS, Outcome
from tests.story.conftest import BODY, PROMISE, Watching, page

ERROR = b"<html><title>Error</title><body><h1>Something went wrong</h1></body></html>"


def outbox(watching: Watching) -> list[tuple[AlertKind, str]]:
    """Return what is queued: what about, and to whom."""
    with watching.parts.store.read() as history:
        return [(item.alert.kind, item.alert.recipient) for item in history.undelivered()]


def test_first_capture_becomes_the_base_and_tells_nobody(watching: Watching) -> None:
    """The first version is the beginning, not a change."""
    result = watching.see(page(*BODY))
    assert watching.events(result) == ["first"]
    assert outbox(watching) == []


def test_evidence_that_is_not_in_the_first_version_is_named(watching: Watching) -> None:
    """A rating that rests on nothing is told when the source is first read."""
    result = watching.see(page(*[line for line in BODY if line != PROMISE]))
    assert watching.events(result) == ["first", "note"]
    assert "tool/no_training" in result.events[1].detail


def test_a_deleted_promise_flags_its_rating_and_queues_a_mail_for_each_editor(
    watching: Watching,
) -> None:
    """The main job: the sentence goes, the criterion is flagged, the editors are told."""
    watching.see(page(*BODY))
    result = watching.see(page(*[line for line in BODY if line != PROMISE]))
    (event,) = result.events
    assert event.significance is Significance.SUBSTANTIVE
    (flag,) = event.flags
    assert (flag.tool_id, flag.criterion) == ("tool", "no_training")
    assert flag.priority is Priority.EVIDENCE
    assert [state.status for state in flag.evidence] == [EvidenceStatus.GONE]
    assert outbox(watching) == [
        (AlertKind.CHANGE, "ed@directory.example"),
        (AlertKind.CHANGE, "eva@directory.example"),
    ]
    with watching.parts.store.read() as history:
        (stored,) = history.flags()
        change = history.change(stored.change_id)
    assert PROMISE in [change.change.passages[index].before for index in stored.flag.passages]


def test_only_tokens_changed_is_silent(watching: Watching) -> None:
    """Other bytes, the same words: a capture is stored, no version."""
    watching.see(page(*BODY, around="build=1"))
    result = watching.see(page(*BODY, around="build=2"))
    assert result.outcome is Outcome.UNCHANGED
    assert result.events == ()
    with watching.parts.store.read() as history:
        assert len(history.captures("privacy")) == 2
        assert len(history.versions("privacy")) == 1


def test_a_promise_that_goes_from_a_page_with_turning_tips_reaches_its_editor(
    watching: Watching,
) -> None:
    """What is waited for is kept in the store, block by block, from one check to the next."""
    without = [line for line in BODY if line != PROMISE]
    tips = ("A guest praises the view from the terrace.", "A guest praises the bread at breakfast.")
    watching.see(page(*without, tips[0]))
    watching.see(page(*BODY, tips[0]))
    watching.see(page(*BODY, tips[1]))
    results = [watching.see(page(*without, tips[day % 2])) for day in range(BLOCK_STAYS)]
    assert {result.outcome for result in results[:-1]} == {Outcome.WAITING}
    assert [flag.criterion for event in results[-1].events for flag in event.flags] == [
        "no_training"
    ]


def test_feeding_the_same_capture_twice_changes_nothing(watching: Watching) -> None:
    """A retry after a crash neither loses nor doubles anything."""
    watching.see(page(*BODY))
    changed = Capture(
        source_id="privacy",
        requested_url=watching.source.url,
        fetched_at=watching.clock.later(),
        body=page(*BODY, "A new paragraph about cookies was added here."),
        headers=(("content-type", "text/html"),),
    )
    first, second = watching.take(changed), watching.take(changed)
    assert watching.events(first) == ["change"]
    assert watching.events(second) == []
    with watching.parts.store.read() as history:
        assert len(history.changes("privacy")) == 1
        assert len(history.captures("privacy")) == 2


def test_an_error_page_is_no_change_and_opens_a_problem_when_confirmed(
    watching: Watching,
) -> None:
    """What is not the document flags nothing; keepers are told once, and when it is over."""
    watching.see(page(*BODY))
    results = [watching.see(ERROR) for _ in range(3)]
    assert [watching.events(result) for result in results] == [[], ["problem"], []]
    assert watching.events(watching.see(page(*BODY))) == ["recovered"]
    assert outbox(watching) == [
        (AlertKind.PROBLEM, "keeper@directory.example"),
        (AlertKind.RECOVERED, "keeper@directory.example"),
    ]
    with watching.parts.store.read() as history:
        assert history.flags() == ()
        assert len(history.versions("privacy")) == 1


def test_a_suspicion_is_checked_again_within_minutes(watching: Watching) -> None:
    """One bad capture brings the next check forward; a good one puts it back."""
    watching.see(page(*BODY))
    watching.see(ERROR)
    with watching.parts.store.read() as history:
        state = history.state("privacy")
    assert state.next_due_at is not None
    assert (state.next_due_at - watching.clock.now).total_seconds() <= 600


def test_validators_of_an_error_page_are_never_kept(watching: Watching) -> None:
    """What is asked with stands for the version, not for whatever came last."""
    watching.see(page(*BODY))
    failure = Capture(
        source_id="privacy",
        requested_url=watching.source.url,
        fetched_at=watching.clock.later(),
        body=ERROR,
        headers=(("content-type", "text/html"), ("etag", '"error"')),
    )
    watching.take(failure)
    with watching.parts.store.read() as history:
        state = history.state("privacy")
        assert state.etag == '"x"'
        assert state.validators_version_id == history.versions("privacy")[0].id


def test_not_modified_stands_for_the_base(watching: Watching) -> None:
    """A 304 is a good capture: it ends a problem and changes nothing."""
    watching.see(page(*BODY))
    watching.see(ERROR)
    watching.see(ERROR)
    result = watching.take(NotModified("privacy", watching.clock.later()))
    assert watching.events(result) == ["recovered"]


def test_a_failed_fetch_is_a_problem_of_its_source(watching: Watching) -> None:
    """No bytes, no capture, and yet an open problem after the second time."""
    words = Sentence("The name has no address.", "Der Name hat keine Adresse.")
    problem = Problem(ProblemKind.UNREACHABLE, words, words)
    for _ in range(2):
        result = watching.take(FetchFailure("privacy", watching.clock.later(), problem))
    assert watching.events(result) == ["problem"]
    with watching.parts.store.read() as history:
        assert history.captures("privacy") == ()
        assert [stored.problem.kind for stored in history.problems()] == [ProblemKind.UNREACHABLE]


def test_an_upgrade_of_the_extraction_alerts_nobody(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base is extracted again in the new way before anything is compared."""
    watching.see(page(*BODY, around="build=1"))
    monkeypatch.setattr("crawler.extraction.extraction.RULES_VERSION", "another")
    result = watching.see(page(*BODY, "A sentence about nothing in particular.", around="build=2"))
    with watching.parts.store.read() as history:
        fingerprints = {version.fingerprint for version in history.versions("privacy")}
    assert watching.events(result) == ["change"]
    assert len(fingerprints) == 1


def test_editing_the_selectors_alerts_nobody(watching: Watching) -> None:
    """Leaving a part out of the document is no change by the provider."""
    aside = '<div class="promo">Try our new plan today, it is the best plan of all plans.</div>'
    watching.see(page(*BODY, aside, around="build=1"))
    watching.source = watching.source.model_copy(update={"remove": (".promo",)})
    result = watching.see(page(*BODY, aside, around="build=2"))
    result = watching.see(page(*BODY, aside.replace("best", "worst"), around="build=3"))
    assert result.events == ()


def test_history_fed_in_afterwards_raises_flags_and_sends_nothing(watching: Watching) -> None:
    """A replay is no news to anybody."""
    watching.parts = replace(watching.parts, tell=False)
    watching.see(page(*BODY))
    result = watching.see(page(*[line for line in BODY if line != PROMISE]))
    assert result.events[0].flags
    assert outbox(watching) == []


def test_an_editor_can_accept_a_document_that_looks_like_another(watching: Watching) -> None:
    """A page that was rebuilt beyond recognition is a problem until somebody says it is right."""
    watching.see(page(*BODY, *(f"Clause {number} is about goods." for number in range(60))))
    rebuilt = page(*(f"Recipe {number}: stir the soup and add salt." for number in range(60)))
    assert watching.events(watching.see(rebuilt)) == []
    assert watching.events(watching.see(rebuilt)) == ["problem"]
    accepted = accept_capture(watching.source, watching.clock.later(), watching.parts)
    assert watching.events(accepted) == ["recovered", "change"]
    assert "no_training" in {flag.criterion for flag in accepted.events[1].flags}
    assert watching.see(rebuilt).events == ()


def test_a_lasting_problem_is_brought_to_mind_again(watching: Watching) -> None:
    """Keepers are reminded of a source without a good capture, weekly and not daily."""
    watching.see(page(*BODY))
    for _ in range(40):
        watching.see(ERROR)
    kinds = [kind for kind, _ in outbox(watching)]
    assert kinds.count(AlertKind.PROBLEM) == 1
    assert kinds.count(AlertKind.REMINDER) == 2


def test_what_follows_from_a_capture_is_kept_whole_or_not_at_all(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When anything fails on the way, the bytes remain as evidence, and nothing else."""
    watching.see(page(*BODY))
    with monkeypatch.context() as failing:
        failing.setattr("clausewatch.checking.notice.of_change", _fail)
        with pytest.raises(RuntimeError):
            watching.see(page(*BODY, "A new paragraph."))
    with watching.parts.store.read() as history:
        assert len(history.captures("privacy")) == 2
        assert len(history.versions("privacy")) == 1
        assert history.changes("privacy") == ()


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("lost power")


def test_a_permanent_move_is_followed_and_told_once(watching: Watching) -> None:
    """301 to the same document: its wording is watched on, the keeper gets the address."""
    moved = Capture(
        source_id="privacy",
        requested_url=watching.source.url,
        fetched_at=watching.clock.later(),
        body=page(*BODY),
        headers=(("content-type", "text/html"),),
        final_url="https://example.com/legal/privacy",
        redirects=(Redirect(301, "https://example.com/legal/privacy"),),
    )
    result = check_source(watching.source, moved, watching.parts)
    assert watching.events(result) == ["first", "note"]
    again = replace(moved, fetched_at=watching.clock.later())
    assert watching.take(again).events == ()
    assert [recipient for _, recipient in outbox(watching)] == ["keeper@directory.example"]
