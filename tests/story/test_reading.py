"""What counts as the same page, and what is remembered of it, where that is not obvious."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausewatch.checking.story import accept_capture
from domain.alert import AlertKind
from domain.capture import Capture, Redirect
from domain.errors import StoreError
from domain.problem import ProblemKind
from review.verdict import Outcome
from tests.story.conftest import BODY, PROMISE, Watching, page

LONG = [*BODY, *(f"Clause {number} is about goods." for number in range(60))]
REBUILT = [f"Recipe {number}: stir the soup and add salt." for number in range(60)]


def test_going_back_on_an_accepted_document_is_a_change(watching: Watching) -> None:
    """After an editor accepted a rebuilt page, the bytes of the old one are news again."""
    watching.see(page(*LONG))
    for _ in range(2):
        watching.see(page(*REBUILT))
    accept_capture(watching.source, watching.clock.later(), watching.parts)
    back = watching.see(page(*LONG))
    assert back.outcome is not Outcome.UNCHANGED
    with watching.parts.store.read() as history:
        newest = history.captures("privacy", limit=1)[0]
        shown = newest.version_id and history.version_by_id(newest.version_id).document.text
    assert "Recipe" not in (shown or "")


def test_accepting_a_document_keeps_what_tells_it_from_others(
    watching: Watching,
) -> None:
    """The accepted capture's own validators stand for the accepted version."""
    watching.see(page(*LONG))
    for _ in range(2):
        watching.see(page(*REBUILT))
    accept_capture(watching.source, watching.clock.later(), watching.parts)
    with watching.parts.store.read() as history:
        state = history.state("privacy")
        assert state.validators_version_id == history.versions("privacy")[-1].id
        assert state.body_hash == history.captures("privacy", limit=1)[0].body_hash


def test_a_permanent_move_of_the_very_same_bytes_is_told(watching: Watching) -> None:
    """A static site serves the same file from its new address."""
    watching.see(page(*BODY))
    with watching.parts.store.read() as history:
        first = history.capture(history.captures("privacy")[0].id)
    address = "https://example.com/legal/privacy"
    moved = replace(
        first,
        fetched_at=watching.clock.later(),
        final_url=address,
        redirects=(Redirect(301, address),),
    )
    result = watching.take(moved)
    assert watching.events(result) == ["note"]
    assert address in result.events[0].detail


def test_the_bytes_of_the_document_under_an_error_status_are_an_error(
    watching: Watching,
) -> None:
    """A page that answers "gone" is not there, whatever it still shows."""
    watching.see(page(*BODY))
    result = watching.see(page(*BODY), status=410)
    assert result.problem is not None


def test_another_body_at_the_time_of_a_stored_capture_is_not_passed_over(
    watching: Watching,
) -> None:
    """Only the very same capture counts as taken already."""
    watching.see(page(*BODY))
    with watching.parts.store.read() as history:
        first: Capture = history.capture(history.captures("privacy")[0].id)
    other = replace(first, body=page(*BODY, "A new paragraph about cookies was added here."))
    with pytest.raises(StoreError, match="never overwritten"):
        watching.take(other)


def test_a_capture_that_is_not_the_document_says_so(watching: Watching) -> None:
    """Whoever browses the captures sees which ones were trouble, and of what kind."""
    watching.see(page(*BODY))
    watching.see(b"<html><title>Gone</title>", status=410)
    with watching.parts.store.read() as history:
        kinds = [capture.problem_kind for capture in history.captures("privacy")]
    assert kinds == [ProblemKind.GONE, None]


def test_a_variant_learnt_before_an_upgrade_is_known_after_it(watching: Watching) -> None:
    """A page that flips between known texts stays silent when its selectors are edited."""
    mark = ' <span class="mark">(see the notes)</span>'
    one, two = (
        page(*(f"{line}{mark}" for line in (*BODY, f"This text is served by our {where}.{mark}")))
        for where in ("first machine", "second machine of two")
    )
    assert watching.events(watching.see(one)) == ["first"]
    watching.see(two)
    watching.source = watching.source.model_copy(update={"remove": (".mark",)})
    result = watching.see(one.replace(b"<script>", b"<script>build=2"))
    assert result.outcome is Outcome.WAITING
    assert result.events == ()


def test_a_selector_may_look_at_what_no_other_rule_does(watching: Watching) -> None:
    """What marks a part of the page as left out moves to another part; no word changes."""
    watching.source = watching.source.model_copy(update={"remove": ("[data-part=aside]",)})
    note = "This page was looked at by our lawyers in the spring."
    one, two = (
        page(*BODY, note).replace(f"<p>{text}".encode(), f'<p data-part="aside">{text}'.encode())
        for text in (note, PROMISE)
    )
    watching.see(one)
    assert watching.see(two).outcome is Outcome.CHANGE


def test_a_reminder_says_what_is_wrong_today(watching: Watching) -> None:
    """A page that was blocked at first and is gone by now is gone."""
    watching.see(page(*BODY))
    for _ in range(2):
        watching.see(b"<h1>Something went wrong</h1>", status=500)
    for _ in range(14):
        watching.see(b"<h1>Gone</h1>", status=410)
    with watching.parts.store.read() as history:
        reminders = [
            item.alert.text
            for item in history.undelivered()
            if item.alert.kind is AlertKind.REMINDER
        ]
    assert reminders
    assert "410" in reminders[0]


def test_a_hash_made_by_older_rules_is_no_other_wording(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What counts as a word may change with a release; the provider changed nothing then."""
    with monkeypatch.context() as older_release:
        older_release.setattr("clausewatch.checking.reading.wording_hash", lambda _: "0" * 64)
        assert watching.see(page(*BODY)).outcome is Outcome.FIRST
    rebuilt = page(*BODY).replace(b"</main>", b"</main><footer>Imprint of Example</footer>")
    assert rebuilt != page(*BODY)
    assert watching.see(rebuilt).outcome is Outcome.UNCHANGED
    changed = watching.see(page(*BODY, "Content is kept for ninety days."))
    assert changed.outcome is Outcome.CHANGE
