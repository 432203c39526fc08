"""An alert as a mail: what mail programs and mail servers read in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from alerts.mail import to_message
from domain.alert import Alert, AlertKind
from domain.errors import DeliveryError
from tests.alerts.letters import alert_of, problem_of

NOW = datetime(2026, 8, 1, 7, 30, tzinfo=UTC)
SENDER = "watch@directory.example"


def sent(alert: Alert) -> EmailMessage:
    """The message as it is read back from its bytes."""
    parsed = message_from_bytes(to_message(alert, SENDER, date=NOW).as_bytes(), policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_both_formats_arrive_as_they_were_composed() -> None:
    """Umlauts and typographic quotes survive the way."""
    alert = alert_of(language="de")
    message = sent(alert)
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().replace("\r\n", "\n") == alert.text
    assert html.get_content().replace("\r\n", "\n").rstrip() == alert.html.rstrip()
    assert message["Subject"] == alert.subject
    assert "neu prüfen" in alert.subject


def test_the_same_alert_makes_the_same_bytes() -> None:
    """A second try sends nothing else than the first."""
    first, second = (to_message(alert_of(), SENDER, date=NOW).as_bytes() for _ in range(2))
    assert first == second


def test_headers_say_that_a_machine_wrote_it() -> None:
    """Absence notes stay away, filters and threads have something to go by."""
    alert = alert_of()
    message = sent(alert)
    assert message["Message-ID"] == alert.message_id
    assert message["Date"] == "Sat, 01 Aug 2026 07:30:00 +0000"
    assert message["From"] == f"Clausewatch <{SENDER}>"
    assert message["To"] == "ada@directory.example"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Id"] == "Clausewatch <clausewatch.directory.example>"
    assert message["List-Unsubscribe"] == f"<mailto:{SENDER}?subject=unsubscribe>"
    assert message["X-Clausewatch-Tool"] == "acme-api"
    assert message["Content-Language"] == "en"


def test_alerts_of_one_source_form_a_thread() -> None:
    """A change and the problem after it stand together in a mail program."""
    change, problem = sent(alert_of()), sent(problem_of(AlertKind.PROBLEM))
    assert change["References"] == problem["References"] == change["In-Reply-To"]
    assert change["Message-ID"] != problem["Message-ID"]


def test_a_domain_with_umlauts_is_written_for_mail_servers() -> None:
    """Only the local part needs a server that speaks SMTPUTF8."""
    assert sent(replace(alert_of(), recipient="ada@müller.example"))["To"] == (
        "ada@xn--mller-kva.example"
    )


@pytest.mark.parametrize(
    "recipient", ["", "nobody", "a@", "@b", "a@b\r\nBcc: c@d", "a@.b", "a@" + "x" * 70]
)
def test_a_recipient_that_is_no_address_is_given_up(recipient: str) -> None:
    """No later try can help."""
    with pytest.raises(DeliveryError) as caught:
        to_message(replace(alert_of(), recipient=recipient), SENDER, date=NOW)
    assert caught.value.permanent
