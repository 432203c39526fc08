"""Templates of the user's go before the built-in ones, and cannot do harm or cost an alert."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from alerts.rendering import Templates
from domain.change import Passage, PassageKind
from tests.alerts.letters import alert_of


def with_template(folder: Path, name: str, text: str) -> Templates:
    """The built-in templates with one of the user's before them."""
    (folder / name).write_text(text, encoding="utf-8")
    return Templates(folder)


def test_subject_and_text_can_be_said_otherwise(tmp_path: Path) -> None:
    """One file overrides one form; the others stay as they are."""
    with_template(tmp_path, "change.subject.j2", "[AI desk] {{ tool.name }}: {{ subject }}\n")
    templates = with_template(
        tmp_path, "change.txt.j2", "{{ letter.items[0].summary }} {{ day(after_at) }}"
    )
    alert = alert_of(templates=templates)
    assert alert.subject.startswith("[AI desk] Acme API: [Acme API] No training")
    assert alert.text == "Training is now allowed. 27 July 2026\n"
    assert alert.html == alert_of().html


def test_a_part_can_be_replaced_alone(tmp_path: Path) -> None:
    """The layout and the style sheet are templates, too."""
    templates = with_template(tmp_path, "style.css", ".button { background-color: #aa0000; }")
    assert "#aa0000" in alert_of(templates=templates, public_url="https://w.example").html


@pytest.mark.parametrize(
    "text",
    [
        "{{ tool.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ t.func.__globals__ }}",
        "{{ letter.items.__add__(letter.items) }}",
        "{% set _ = source.__dict__.update(url='x') %}",
        "{{ 1 / 0 }}",
        "{{ no_such_name }}",
        "{% for x in range(10 ** 9) %}x{% endfor %}",
        "{% include '../../etc/passwd' %}",
        "{% broken",
        "{{ letter.items[0].summary|safe }}",
    ],
)
@pytest.mark.parametrize("form", ["html", "txt", "subject"])
def test_a_template_that_fails_costs_nobody_an_alert(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, form: str
) -> None:
    """The built-in one takes its place, and the log names the file."""
    name = f"change.{form}.j2"
    templates = with_template(tmp_path, name, text)
    with caplog.at_level(logging.WARNING):
        assert alert_of(templates=templates) == alert_of()
    assert name in caplog.text


def test_what_comes_from_a_page_is_escaped_in_a_template_of_the_users(tmp_path: Path) -> None:
    """Whoever writes the template need not think of it."""
    templates = with_template(
        tmp_path, "change.html.j2", "{{ letter.items[0].passages[0].pieces[0].text }}"
    )
    hostile = Passage(PassageKind.ADDED, "", "<script>alert(1)</script>", ())
    html = alert_of([hostile], templates=templates).html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_subject_stays_one_line(tmp_path: Path) -> None:
    """No template can start a header."""
    templates = with_template(tmp_path, "change.subject.j2", "a\r\nBcc: eve@evil.example\n\n")
    assert alert_of(templates=templates).subject == "a Bcc: eve@evil.example"
