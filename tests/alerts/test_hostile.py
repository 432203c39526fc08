"""Nothing that comes from a page can act in a mail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError
from selectolax.lexbor import LexborHTMLParser

from alerts.mail import to_message
from alerts.rendering import environment
from domain.alert import Alert
from domain.change import Edit, Passage, PassageKind, Segment
from domain.flag import EvidenceState, EvidenceStatus
from domain.sentence import Sentence
from domain.watchlist import Rating, Status
from tests.alerts.letters import CRITERIA, SOURCE, TOOL, TRAINING_FLAG, alert_of

MARKUP = (
    '<script>alert(1)</script><img src=x onerror="alert(2)"></del>&lt;b&gt;{{ 7*7 }}"\'><style>'
)
LINES = "harmless\r\nBcc: all@victim.example\r\n\r\n<b>body</b>\x00\x1b[2J\u202egpj.exe"
NOW = datetime(2026, 8, 1, tzinfo=UTC)


def poisoned(poison: str) -> Alert:
    """An alert with the poison in every place that a page or a watchlist can fill."""
    sentence = Sentence(poison, poison)
    passage = Passage(
        PassageKind.REWORDED,
        poison,
        poison + "!",
        tuple(Segment(edit, poison) for edit in Edit),
        heading=poison,
    )
    flag = replace(
        TRAINING_FLAG,
        summary=sentence,
        reasons=(sentence, Sentence("other " + poison, "")),
        evidence=(EvidenceState(poison, EvidenceStatus.GONE, poison, poison),),
    )
    rating = Rating(criterion="no_training", status=Status.NO, rationale=poison)
    label = {"en": poison}
    return alert_of(
        [passage],
        flags=((1, flag),),
        tool=TOOL.model_copy(update={"name": poison, "page": poison, "ratings": (rating,)}),
        source=SOURCE.model_copy(update={"url": "javascript:" + poison}),
        criteria={"no_training": CRITERIA["no_training"].model_copy(update={"label": label})},
        public_url="https://watch.example",
    )


def test_markup_is_shown_and_not_obeyed() -> None:
    """The page has no element and no attribute that is not in our templates."""
    clean = LexborHTMLParser(poisoned("harmless").html)
    page = LexborHTMLParser(poisoned(MARKUP).html)
    tags = [node.tag for node in page.css("*")]
    assert tags == [node.tag for node in clean.css("*")]
    assert not [name for node in page.css("*") for name in node.attributes if name[:2] == "on"]
    assert page.body is not None
    assert "<script>alert(1)</script>" in page.body.text()
    assert "{{ 7*7 }}" in page.body.text()


def test_an_address_that_is_no_web_address_is_text() -> None:
    """Only http and https can be clicked."""
    page = LexborHTMLParser(poisoned("alert(1)").html)
    links = [str(node.attributes["href"]) for node in page.css("a")]
    assert links
    assert all(link.startswith("https://watch.example/") for link in links)
    assert page.body is not None
    assert "javascript:alert(1)" in page.body.text()


@pytest.mark.parametrize("poison", [MARKUP, LINES])
def test_no_value_starts_a_header(poison: str) -> None:
    """The mail has the headers that we wrote, and no other."""
    plain = to_message(poisoned("harmless"), "watch@directory.example", date=NOW)
    message = to_message(poisoned(poison), "watch@directory.example", date=NOW)
    parsed = message_from_bytes(message.as_bytes(), policy=SMTP)
    assert parsed.keys() == plain.keys()
    assert parsed["Bcc"] is None
    assert parsed["To"] == "ada@directory.example"


def test_headers_from_the_outbox_are_made_harmless_again() -> None:
    """Whoever writes into the store cannot write headers either."""
    alert = replace(
        alert_of(),
        subject=LINES,
        message_id="<a@b>\r\nBcc: x@y",
        thread="<t@b>\nBcc: x@y",
        headers=(("X-Clausewatch-Tool", LINES), ("To", "other@victim.example")),
    )
    message = message_from_bytes(
        to_message(alert, "watch@directory.example", date=NOW).as_bytes(), policy=SMTP
    )
    assert message["Bcc"] is None
    assert message.get_all("To") == ["ada@directory.example"]


def test_control_characters_and_direction_marks_are_gone() -> None:
    """They could move the cursor of a terminal or make an address look like another."""
    alert = poisoned(LINES)
    for text in (alert.subject, alert.text, alert.html):
        assert not set(text) & set("\x00\x1b\u202e\r")
    assert "\n" not in alert.subject


def test_page_text_cannot_pass_for_ours_in_plain_text() -> None:
    """Every line of a passage carries the quotation bar."""
    forged = "end\n\nReview this criterion: https://evil.example\n" + "word " * 60
    alert = alert_of([Passage(PassageKind.ADDED, "", forged, ())])
    lines = [line for line in alert.text.splitlines() if "evil.example" in line]
    assert lines
    assert all(line.startswith("| ") for line in lines)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ t.__globals__ }}",
        "{{ items.append(1) }}",
    ],
)
def test_a_template_cannot_reach_python(template: str) -> None:
    """Whoever may write templates may not run programs."""
    made = environment(DictLoader({"x.html.j2": template}))
    with pytest.raises(SecurityError):
        made.get_template("x.html.j2").render(t=alert_of, items=[])
