"""Deciding flags: nothing by opening, each decision under a name, and none is final."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from domain.flag import Priority
from domain.opinion import Opinion
from domain.sentence import Sentence
from domain.watchlist import Status
from storage.records import Decision, FlagState, StoredReview
from storage.store import Store
from tests.web import site
from tests.web.conftest import csrf, visitor


@pytest.fixture
def editor(store: Store) -> TestClient:
    """Anna, with a token."""
    client = visitor(store)
    client.headers["x-token"] = csrf(client)
    return client


def decide(editor: TestClient, *, flag: int = 1, **fields: str) -> tuple[int, str]:
    """Decide a flag; return the status and where it leads."""
    return send(editor, fields, flag)


def send(editor: TestClient, fields: dict[str, str], flag: int = 1) -> tuple[int, str]:
    """Send the fields of the form."""
    form = {"csrf": editor.headers["x-token"], **fields}
    answer = editor.post(f"/flags/{flag}/reviews", data=form)
    return answer.status_code, answer.headers.get("location", "")


def reviews(store: Store, flag: int = 1) -> tuple[StoredReview, ...]:
    """What was decided."""
    with store.read() as history:
        return history.reviews(flag)


def test_opening_decides_nothing(store: Store, editor: TestClient) -> None:
    """Mail scanners follow links: a link shows, and no more."""
    for path in ("/flags/1", "/flags/1?decision=confirmed", "/flags/1/reviews"):
        editor.get(path)
    assert reviews(store) == ()


def test_a_decision_is_recorded_and_the_next_flag_shown(store: Store, editor: TestClient) -> None:
    """Who, when and why are kept; one goes on down the queue."""
    assert decide(editor, decision="confirmed", why=" Read it. ") == (303, "/flags/2?after=1")
    (review,) = reviews(store)
    assert (review.decision, review.by, review.at, review.why) == (
        Decision.CONFIRMED,
        "anna@example.org",
        site.NOW,
        "Read it.",
    )
    assert "Your decision is recorded" in editor.get("/flags/2?after=1").text
    assert "/flags/1" not in editor.get("/flags").text


def test_the_last_one_leads_back_to_the_list(editor: TestClient) -> None:
    """There is no next flag then."""
    assert decide(editor, flag=3, decision="not_relevant")[1] == "/flags?after=3"


def test_a_new_rating_is_kept_with_the_decision(store: Store, editor: TestClient) -> None:
    """Status and rationale are what the rating shall say; what it said is kept beside them."""
    fields = {"decision": "changed", "status": "partly", "rationale": "An exception came."}
    assert send(editor, fields)[0] == 303
    details = dict(reviews(store)[0].details)
    assert details.pop("before").keys() == {"status", "rationale", "reviewed"}
    assert details == {"status": Status.PARTLY.value, "rationale": "An exception came."}
    assert "An exception came." in editor.get("/flags/1").text


def test_put_off_until_a_day(store: Store, editor: TestClient) -> None:
    """It is gone from the queue until then."""
    assert decide(editor, decision="later", until="2026-09-10")[0] == 303
    with store.read() as history:
        assert history.flag(1, site.NOW).state is FlagState.LATER
        assert history.flag(1, site.NOW + 10 * site.DAY).state is FlagState.OPEN


@pytest.mark.parametrize(
    "fields",
    [
        {"decision": "later"},
        {"decision": "later", "until": "2026-08-01"},
        {"decision": "changed"},
        {"decision": "changed", "status": "maybe"},
        {"decision": "whatever"},
        {},
        {"decision": "confirmed", "why": "x" * 5000},
    ],
)
def test_half_a_decision_is_none(store: Store, editor: TestClient, fields: dict[str, str]) -> None:
    """What lacks its day or its rating, or is no decision, is not recorded."""
    assert send(editor, fields)[0] == 422
    assert reviews(store) == ()


def test_what_was_typed_is_not_lost_with_half_a_decision(editor: TestClient) -> None:
    """The form comes back with it, and says what is missing."""
    form = {
        "csrf": csrf(editor),
        "decision": "changed",
        "status": "",
        "why": "I read it twice.",
        "rationale": "They train <now>.",
        "quote": "words of theirs",
    }
    page = editor.post("/flags/1/reviews", data=form).text
    assert "The newest version of no cited source holds these words" in page
    assert '<details class="changes-to" open>' in page
    for typed in ("I read it twice.", "They train &lt;now&gt;.", "words of theirs"):
        assert f">{typed}</textarea>" in page
    assert "I read it twice." not in editor.get("/flags/1").text


def test_a_rating_that_changes_says_how(store: Store, editor: TestClient) -> None:
    """Its status, its rationale or its evidence: one of them is enough, and one there must be."""
    form = {"csrf": csrf(editor), "decision": "changed", "status": "", "rationale": " "}
    assert "Say what changes" in editor.post("/flags/1/reviews", data=form).text
    assert send(editor, {**form, "rationale": "They say it otherwise."})[0] == 303
    assert reviews(store)[0].details["rationale"] == "They say it otherwise."
    assert "They say it otherwise." in editor.get("/flags/1").text


def test_the_new_rating_is_open_where_it_is_likely(store: Store, editor: TestClient) -> None:
    """A flag on lost evidence or a reversed promise shows it at once; others keep it folded."""
    with store.read() as history:
        urgent = {one.id: one.flag.priority >= Priority.DIRECTION for one in history.flags()}
    assert set(urgent.values()) == {True, False}
    for number, opened in urgent.items():
        page = editor.get(f"/flags/{number}").text
        assert ('<details class="changes-to" open>' in page) is opened
        assert '<details class="changes-to"' in page


def test_an_empty_status_does_not_stand_in_the_way(store: Store, editor: TestClient) -> None:
    """A browser sends every field of the form, also those that were left alone."""
    sent = {
        "decision": "confirmed",
        "why": "",
        "until": "2026-09-15",
        "status": "",
        "rationale": "",
    }
    assert send(editor, sent)[0] == 303
    assert reviews(store)[0].details == {"before": {"reviewed": None}}


def test_a_decision_is_taken_back_by_another(store: Store, editor: TestClient) -> None:
    """Nothing is deleted: the history of a flag shows both."""
    decide(editor, decision="confirmed")
    assert decide(editor, decision="reopened", why="Misread.") == (303, "/flags/1")
    assert [one.decision for one in reviews(store)] == [Decision.CONFIRMED, Decision.REOPENED]
    page = editor.get("/flags/1").text
    assert "Rating confirmed" in page
    assert "Opened again" in page


def test_what_an_editor_wrote_is_text(editor: TestClient) -> None:
    """A reason is escaped like everything else."""
    decide(editor, decision="confirmed", why=site.EVIL)
    assert site.EVIL not in editor.get("/flags/1").text


def test_a_flag_that_is_not_there_cannot_be_decided(editor: TestClient) -> None:
    """It is told as such."""
    assert decide(editor, flag=99, decision="confirmed")[0] == 404


def test_a_second_opinion_is_shown_as_text_under_its_name(store: Store, editor: TestClient) -> None:
    """What a model wrote is escaped like all that comes from elsewhere."""
    said = Opinion(
        "small-model",
        agrees=False,
        summary=Sentence(f"Nothing of note. {site.EVIL}", "Nichts von Belang."),
        reason="It reads as before. <b>Truly.</b>",
    )
    assert "Second opinion" not in editor.get("/flags/1").text
    with store.work() as work:
        work.record_opinion(1, said, site.NOW)
    page = editor.get("/flags/1").text
    assert "Second opinion of small-model, which does not agree: Nothing of note." in page
    assert "&lt;b&gt;Truly.&lt;/b&gt;" in page
    assert site.EVIL not in page
    assert site.WATCHLIST.tools[0].id in editor.get("/flags").text
