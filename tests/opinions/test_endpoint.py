"""One question over real HTTP: a good answer is an opinion, anything else an error that says so."""

from __future__ import annotations

import gzip
import json
import time
from typing import Any

import pytest

from clausewatch.opinions.endpoint import Endpoint
from clausewatch.opinions.question import Question
from clausewatch.opinions.settings import OpinionSettings
from domain.errors import OpinionError
from domain.opinion import Opinion
from domain.sentence import Sentence
from tests.opinions import endpoint_server as server
from tests.opinions.endpoint_server import GOOD, Reply, Server, completion, saying, serving

QUESTION = Question(7, ({"role": "system", "content": "Judge."},))
KEY = "sk-test-123"


def ask(running: Server, *, timeout: float = 20.0, path: str = "") -> Opinion:
    """Ask a running server as the settings of an owner would have it."""
    settings = OpinionSettings.model_validate(
        {
            "base_url": running.base_url + path,
            "model": "small-model",
            "api_key": KEY,
            "timeout": timeout,
        }
    )
    return Endpoint(settings).ask(QUESTION)


def error_with(reply: Reply, *, timeout: float = 20.0) -> OpinionError:
    """Return the error that asking a server with this reply ends in."""
    with serving(reply) as running, pytest.raises(OpinionError) as caught:
        ask(running, timeout=timeout)
    return caught.value


def test_a_good_answer_is_an_opinion_under_the_name_of_the_model() -> None:
    """The request is the one that every such endpoint understands."""
    with serving(saying(GOOD)) as running:
        opinion = ask(running)
        (asked,) = running.asked
    assert opinion == Opinion(
        "small-model",
        agrees=False,
        summary=Sentence("Only the layout of the list changed.", "Nur die Liste ist anders."),
        reason="The promise reads as before.",
    )
    assert asked.path == "/v1/chat/completions"
    assert asked.body == {"model": "small-model", "messages": list(QUESTION.messages)}
    headers = {name.lower(): value for name, value in asked.headers.items()}
    assert headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```", "Here is my judgement:\n{}\nI hope it helps.", "\n\n{}"]
)
def test_words_around_the_object_are_put_up_with(around: str) -> None:
    """Models like to talk; the object is what counts."""
    with serving(saying(around.replace("{}", json.dumps(GOOD)))) as running:
        assert ask(running).reason == GOOD["reason"]


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_failing_endpoint_ends_the_pass_and_is_not_the_flags_fault(status: int) -> None:
    """A wrong key, a limit, a crash: the next question would fare no better."""
    error = error_with(server.failing(status))
    assert str(status) in str(error)
    assert (error.counts, error.ends_pass) == (False, True)
    assert KEY not in str(error)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_question_that_is_refused_counts_against_it(status: int) -> None:
    """It would be refused again; the others may do better."""
    error = error_with(server.failing(status))
    assert (error.counts, error.ends_pass) == (True, False)


def test_nobody_there_ends_the_pass() -> None:
    """A port that nobody listens on any more."""
    with serving(saying(GOOD)) as running:
        pass
    with pytest.raises(OpinionError, match="cannot be reached") as caught:
        ask(running)
    assert (caught.value.counts, caught.value.ends_pass) == (False, True)


@pytest.mark.parametrize("reply", [server.silent, server.dripping])
def test_the_time_out_is_of_the_whole(reply: Reply) -> None:
    """A server that says nothing and one that drips bytes are given the same time."""
    started = time.monotonic()
    error = error_with(reply, timeout=0.3)
    assert time.monotonic() - started < 5
    assert "0.3 seconds" in str(error)
    assert (error.counts, error.ends_pass) == (True, True)


def test_a_huge_body_is_not_read_to_its_end() -> None:
    """6 GB are on offer."""
    error = error_with(server.endless)
    assert "larger than" in str(error)
    assert (error.counts, error.ends_pass) == (True, False)


def test_packed_bytes_are_never_unpacked() -> None:
    """A small packed body could be of any size; it is no JSON as it stands."""
    packed = gzip.compress(completion(GOOD))
    error = error_with(lambda request: request.send(200, packed, content_encoding="gzip"))
    assert error.counts


def test_a_redirect_is_not_followed() -> None:
    """The key goes to the address that the owner named, and nowhere else."""
    with serving(saying(GOOD)) as elsewhere:
        error = error_with(
            lambda request: request.send(307, b"", location=f"{elsewhere.base_url}/chat")
        )
        assert elsewhere.asked == []
    assert "307" in str(error)


BAD_ANSWERS: dict[str, Any] = {
    "not JSON": "The rating should be read again.",
    "an empty text": "",
    "no content": None,
    "two answers": [GOOD, GOOD],
    "half an object": json.dumps(GOOD)[:40],
    "no judgement": {key: GOOD[key] for key in ("summary", "reason")},
    "a judgement in words": GOOD | {"agrees": "yes"},
    "a number for a judgement": GOOD | {"agrees": 0},
    "one language": GOOD | {"summary": {"en": "Only the list."}},
    "a summary without languages": GOOD | {"summary": "Only the list."},
    "an endless summary": GOOD | {"summary": {"en": "x" * 501, "de": "y"}},
    "an endless reason": GOOD | {"reason": "x" * 1501},
    "an empty reason": GOOD | {"reason": " \u200b\n"},
    "an address": GOOD | {"reason": "See https://evil.example/login"},
    "an address without a scheme": GOOD | {"summary": {"en": "See WWW.evil.example", "de": "y"}},
}


@pytest.mark.parametrize("content", BAD_ANSWERS.values(), ids=BAD_ANSWERS.keys())
def test_nonsense_is_no_opinion(content: object) -> None:
    """What does not say exactly what was asked for says nothing."""
    error = error_with(saying(content))
    assert (error.counts, error.ends_pass) == (True, False)


def test_a_refusal_is_no_opinion() -> None:
    """Endpoints tell it in a field of its own."""
    error = error_with(saying(None, refusal="I cannot help with that."))
    assert "refused" in str(error)


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"{}", b'{"choices": []}', b"null", b"[" * 9999]
)
def test_a_body_that_is_no_completion_is_no_opinion(body: bytes) -> None:
    """Whatever a proxy or a half-broken server puts there."""
    assert error_with(lambda request: request.send(200, body)).counts


def test_what_is_not_seen_is_taken_out() -> None:
    """Controls and marks of direction could make a sentence read as another."""
    said = GOOD | {"reason": "The\u202e promise\x1b[31m\nstands.\x00"}
    with serving(saying(said)) as running:
        assert ask(running).reason == "The promise [31m stands."
