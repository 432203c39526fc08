"""Webhooks and chats: what a program or a service is sent, and what its answers mean."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from alerts.channels.chat import ChatChannel, without_calls
from alerts.channels.webhook import WebhookChannel
from alerts.delivery import ChannelDownError, NoAnswerError
from alerts.payload import ChangePayload, ProblemPayload
from alerts.via import Form, Via
from domain.alert import Alert, AlertKind
from domain.errors import ConfigurationError, DeliveryError
from tests.alerts import letters

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "webhook.md"
SECRET = "a shared secret"  # noqa: S105 - of a program on loopback
WEBHOOK = Via("desk-system", Form.WEBHOOK)
CHAT = Via("team", Form.CHAT)


@dataclass
class Program:
    """A program on loopback that answers as told and keeps what it was sent."""

    status: int = 204
    seen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    address: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@contextmanager
def listening(program: Program) -> Iterator[Program]:
    """Run the program on a port that the system chose."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            program.seen.append(({k.lower(): v for k, v in self.headers.items()}, body))
            if not program.status:  # it hangs up
                return
            self.send_response(program.status)
            self.send_header("Location", "https://elsewhere.example/")
            self.send_header("Content-Length", str(len(program.body)))
            for name, value in program.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(program.body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield program
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def program() -> Iterator[Program]:
    """A program that says yes."""
    with listening(Program()) as running:
        yield running


def payload_alert() -> Alert:
    """The alert about the change, for a program."""
    return letters.alert_of(via=WEBHOOK, public_url="https://watch.example")


def test_a_program_is_sent_values_that_follow_the_schema() -> None:
    """What is stored is what is sent, and it can be read back by the documented model."""
    payload = ChangePayload.model_validate_json(payload_alert().text)
    (flag,) = payload.flags
    assert (flag.criterion, flag.status, flag.priority) == ("no_training", "partly", "evidence")
    assert flag.passages[0].after == "We may use your input to train models."
    assert flag.review == "https://watch.example/flags/12"
    assert payload.id == payload_alert().message_id


def test_a_problem_is_told_by_the_same_way() -> None:
    """With the tools whose ratings are concerned."""
    alert = letters.problem_of(AlertKind.UNREADABLE, via=WEBHOOK)
    payload = ProblemPayload.model_validate_json(alert.text)
    assert (payload.event, payload.problem.kind) == ("unreadable", "blocked")
    assert [tool.id for tool in payload.tools] == ["acme-api"]


def test_the_signature_covers_time_and_body(program: Program) -> None:
    """Whoever knows the secret can tell our message from anybody else's."""
    WebhookChannel(program.address, SECRET).send(payload_alert())
    headers, body = program.seen[0]
    signed = headers["x-clausewatch-time"].encode() + b"." + body
    expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    assert headers["x-clausewatch-signature"] == f"sha256={expected}"
    assert headers["idempotency-key"] == json.loads(body)["id"]


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(500, False), (503, False), (429, False), (408, False), (400, True), (404, True), (302, True)],
)
def test_what_a_program_answers_decides_whether_it_is_tried_again(
    program: Program, status: int, *, permanent: bool
) -> None:
    """A server in trouble is tried again; one that says no is not, nor one that sends us on."""
    program.status = status
    with pytest.raises(DeliveryError) as caught:
        WebhookChannel(program.address, SECRET).send(payload_alert())
    assert caught.value.permanent is permanent
    assert len(program.seen) == 1


def test_a_program_that_is_down_is_tried_later_and_its_address_kept_secret() -> None:
    """The error is stored and shown, and the address may hold a token."""
    with listening(Program()) as gone:
        pass
    with pytest.raises(ChannelDownError) as caught:
        WebhookChannel(f"{gone.address}/hook/t0ken", SECRET).send(payload_alert())
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize("status", [200, 500])
def test_an_answer_that_is_not_packed_as_it_says_counts_by_its_status(
    program: Program, status: int
) -> None:
    """The program took the alert, or did not: its words do not matter."""
    program.status, program.headers = status, {"Content-Encoding": "gzip"}
    program.body = b"no gzip at all"
    channel = WebhookChannel(program.address, SECRET)
    if status == HTTPStatus.OK:
        channel.send(payload_alert())
        return
    with pytest.raises(DeliveryError, match=r"answered 500$") as caught:
        channel.send(payload_alert())
    assert not caught.value.permanent


def test_a_program_that_falls_silent_over_an_alert_costs_this_one_a_try(program: Program) -> None:
    """It may choke on this very alert, which must not hold up the others for ever."""
    program.status = 0
    with pytest.raises(NoAnswerError) as caught:
        WebhookChannel(program.address, SECRET).send(payload_alert())
    assert not caught.value.permanent


def test_a_chat_that_cannot_be_reached_keeps_all_its_alerts_waiting() -> None:
    """All services of Apprise say so in the same words."""
    with listening(Program()) as gone:
        pass
    with pytest.raises(ChannelDownError, match="onnection"):
        ChatChannel(gone.address.replace("http", "json"), name="team").send(
            letters.alert_of(via=CHAT)
        )


@pytest.mark.parametrize("address", ["http://[::1", "http://a..b/"])
def test_an_address_that_is_none_keeps_the_alerts_waiting(address: str) -> None:
    """Settings refuse it; one that got by is a fault of the setting, not of an alert."""
    with pytest.raises(ChannelDownError, match="url of the channel"):
        WebhookChannel(address, SECRET).send(payload_alert())


def test_a_chat_gets_a_few_lines_through_apprise(program: Program) -> None:
    """Apprise's own JSON service stands for all that it knows."""
    program.status = 200
    channel = ChatChannel(program.address.replace("http", "json"), name="team")
    channel.send(letters.alert_of(via=CHAT, public_url="https://watch.example"))
    told = json.loads(program.seen[0][1])
    assert "Acme API" in told["title"]
    assert "We [-do not-] {+may+} use your input" in told["message"]
    assert "https://watch.example/flags/12" in told["message"]


def test_a_chat_that_refuses_is_tried_again(program: Program) -> None:
    """What the service said is kept for whoever looks."""
    program.status = 500
    channel = ChatChannel(program.address.replace("http", "json"), name="team")
    with pytest.raises(DeliveryError) as caught:
        channel.send(letters.alert_of(via=CHAT))
    assert not caught.value.permanent


def test_an_address_that_apprise_does_not_know_is_refused_by_its_name_only() -> None:
    """The address may hold a token."""
    with pytest.raises(ConfigurationError) as caught:
        ChatChannel("carrierpigeon://t0ken@loft", name="team")
    assert "team" in str(caught.value)
    assert "t0ken" not in str(caught.value)


@pytest.mark.parametrize("call", ["@everyone", "<!channel>", "<@U123>", "@here"])
def test_a_page_cannot_ring_the_phones_of_a_team(call: str) -> None:
    """What calls people in a chat no longer does; addresses stay as they are."""
    said = without_calls(f"We {call} use it. ed@example.org https://a.example/@b")
    assert call not in said
    assert "ed@example.org https://a.example/@b" in said


def test_the_examples_of_the_document_follow_the_models() -> None:
    """Whoever writes a program by the document can read what we send."""
    text = DOCUMENT.read_text(encoding="utf-8")
    change, problem = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    assert ChangePayload.model_validate_json(change).flags[0].id == 12
    assert ProblemPayload.model_validate_json(problem).event == "unreadable"


def test_the_check_of_the_document_accepts_ours_and_refuses_others(program: Program) -> None:
    """The code that the document gives is the code that works."""
    WebhookChannel(program.address, SECRET).send(payload_alert())
    (given, body) = program.seen[0]
    headers = {name.title(): value for name, value in given.items()}
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    named: dict[str, Any] = {}
    exec(code, named)  # noqa: S102 - our own document
    assert named["is_ours"](SECRET, headers, body)
    assert not named["is_ours"](SECRET, headers, body + b" ")
    assert not named["is_ours"]("another secret", headers, body)
