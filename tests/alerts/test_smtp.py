"""Alerts handed to a real mail server, in good and in bad weather."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from alerts.channels.smtp import SmtpChannel
from alerts.delivery import ChannelDownError, NoAnswerError
from domain.errors import ConfigurationError, DeliveryError
from tests.alerts.letters import alert_of
from tests.alerts.mail_server import (
    HOST,
    PASSWORD,
    USER,
    Mailbox,
    certified,
    closed_port,
    only_with_login,
    serving,
    silent,
)

NOW = datetime(2026, 8, 1, 7, 30, tzinfo=UTC)


def channel(port: int, **options: Any) -> SmtpChannel:
    """A channel to a server on this machine."""
    settings: dict[str, Any] = {"host": HOST, "security": "none", "timeout": 5.0}
    return SmtpChannel(
        port=port,
        sender="watch@directory.example",
        now=lambda: NOW,
        **(settings | options),
    )


def failure(port: int, **options: Any) -> DeliveryError:
    """What the channel says when it does not deliver."""
    with pytest.raises(DeliveryError) as caught:
        channel(port, **options).send(alert_of())
    return caught.value


def test_an_accepted_alert_arrives_whole() -> None:
    """Subject, both formats and the message id are those that were composed."""
    alert, mailbox = alert_of(language="de"), Mailbox()
    with serving(mailbox) as port:
        channel(port).send(alert)
    (message,) = mailbox.received
    assert (message["Subject"], message["Message-ID"]) == (alert.subject, alert.message_id)
    text, html = message.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == alert.text
    assert "Training ist nun erlaubt." in html.get_content()


def test_a_recipient_refused_for_good_is_not_tried_again() -> None:
    """550: nobody of that name lives here."""
    with serving(Mailbox(recipient_answers=["550 5.1.1 No such user"])) as port:
        error = failure(port)
    assert error.permanent
    assert "550 5.1.1 No such user" in str(error)


def test_a_greylisted_alert_is_accepted_later() -> None:
    """451 asks to come back; the second try succeeds with the same message id."""
    alert, mailbox = alert_of(), Mailbox(recipient_answers=["451 4.7.1 Come back later"])
    with serving(mailbox) as port:
        assert not failure(port).permanent
        channel(port).send(alert)
    assert [message["Message-ID"] for message in mailbox.received] == [alert.message_id]


def test_one_refused_recipient_does_not_keep_the_others_from_their_mail() -> None:
    """Each recipient has an alert of their own."""
    mailbox = Mailbox(recipient_answers=["550 5.1.1 No such user"])
    with serving(mailbox) as port:
        failure(port)
        for name in ("bob", "eve"):
            channel(port).send(replace(alert_of(), recipient=f"{name}@directory.example"))
    assert [message["To"] for message in mailbox.received] == [
        "bob@directory.example",
        "eve@directory.example",
    ]


@pytest.mark.parametrize(
    ("answer", "permanent"), [("554 5.7.1 Spam", True), ("452 4.3.1 Disk full", False)]
)
def test_a_refused_text_follows_its_code(answer: str, *, permanent: bool) -> None:
    """5xx stays refused, 4xx may pass (RFC 5321, 4.2.1)."""
    mailbox = Mailbox()
    mailbox.data_answers = [answer]
    with serving(mailbox) as port:
        assert failure(port).permanent is permanent
    assert not mailbox.received


def test_a_server_that_is_down_leaves_the_alert_waiting() -> None:
    """Nothing about this alert is wrong, and the next one would fare no better."""
    port = closed_port()
    error = failure(port)
    assert isinstance(error, ChannelDownError)
    assert not error.permanent
    assert str(error) == (
        f"the mail server {HOST}:{port} cannot be reached (Connection refused): check smtp.host "
        "and smtp.port, and that it is running, then try `clausewatch alerts test EDITOR`"
    )


def test_a_name_that_nobody_knows_is_told_as_such() -> None:
    """`invalid` is reserved for names that never resolve (RFC 2606)."""
    error = failure(25, host="mail.invalid")
    assert isinstance(error, ChannelDownError)
    assert "mail.invalid:25 is not found by its name" in str(error)
    assert "check smtp.host" in str(error)


def test_a_server_without_tls_is_told_as_a_matter_of_security_and_port() -> None:
    """Asked for TLS from the first byte, it answers with its greeting in the clear."""
    with serving(Mailbox()) as port:
        error = failure(port, security="tls")
    assert isinstance(error, ChannelDownError)
    assert f"{HOST}:{port} speaks no TLS there" in str(error)
    assert "check smtp.security and smtp.port" in str(error)


def test_a_server_that_says_nothing_is_given_up_on_after_the_timeout() -> None:
    """A hanging mail server does not hang the worker."""
    with silent() as port:
        error = failure(port, timeout=0.2)
    assert isinstance(error, ChannelDownError)
    assert f"{HOST}:{port} broke off, or never spoke (Connection unexpectedly closed" in str(error)
    assert "check smtp.security and smtp.port" in str(error)


@pytest.mark.parametrize(
    ("answer", "down"),
    [
        ("550 not from you", True),
        ("451 not now", True),
        ("552 5.2.2 Your mailbox is full", True),
        ("552 too large", False),
        ("452 4.3.1 Disk full", False),
    ],
)
def test_a_sender_that_is_refused_is_no_fault_of_the_alert(answer: str, *, down: bool) -> None:
    """It is mended in the settings, however long that takes; but for the size of the mail."""
    with serving(Mailbox(sender_answers=[answer])) as port:
        error = failure(port)
    assert isinstance(error, ChannelDownError) is down
    assert answer[4:] in str(error)


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [
        ("552 5.3.4 Message too big", True),
        ("552 5.2.3 Message longer than allowed", True),
        ("552 Requested mail action aborted: exceeded storage allocation", False),
        ("552 5.2.2 Mailbox full", False),
        ("554 5.3.1 Mail system full", False),
    ],
)
@pytest.mark.parametrize("asked", ["sender", "recipient", "text"])
def test_only_a_mail_too_large_is_never_tried_again_for_want_of_room(
    asked: str, answer: str, *, permanent: bool
) -> None:
    """A full mailbox or disk is emptied within days, whatever it was that found it full."""
    mailbox = Mailbox(
        sender_answers=[answer] if asked == "sender" else None,
        recipient_answers=[answer] if asked == "recipient" else None,
    )
    mailbox.data_answers = [answer] if asked == "text" else []
    with serving(mailbox) as port:
        assert failure(port).permanent is permanent


def test_a_connection_dropped_after_the_text_is_tried_again_under_the_same_id() -> None:
    """Nobody can know whether the server has it: the id lets the second copy be told."""
    alert, mailbox = alert_of(), Mailbox()
    mailbox.drops_after_data = 1
    with serving(mailbox) as port:
        error = failure(port)
        channel(port).send(alert)
    assert isinstance(error, NoAnswerError)
    assert not error.permanent
    assert [message["Message-ID"] for message in mailbox.received] == [alert.message_id] * 2


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_login_goes_over_a_verified_connection(tmp_path: Path, security: str) -> None:
    """A server that insists on TLS and a login gets both."""
    authority, context = certified(tmp_path)
    options: dict[str, Any] = {"auth_required": True, "authenticator": only_with_login}
    if security == "tls":
        options |= {"ssl_context": context, "auth_require_tls": False}
    else:
        options |= {"tls_context": context, "require_starttls": True}
    mailbox = Mailbox()
    with serving(mailbox, **options) as port:
        trusted = {"security": security, "ca_file": str(authority), "username": USER}
        wrong = failure(port, **trusted, password="wrong")  # noqa: S106 - meant to fail
        stranger = failure(port, security=security, username=USER, password=PASSWORD)
        channel(port, **trusted, password=PASSWORD).send(alert_of())
    assert isinstance(wrong, ChannelDownError)
    assert f"{HOST}:{port} refused the login (535" in str(wrong)
    assert "check smtp.username and smtp.password" in str(wrong)
    assert PASSWORD not in str(wrong)
    assert isinstance(stranger, ChannelDownError)
    assert "a certificate that is not trusted (unable to get local issuer" in str(stranger)
    assert "SSL_CERT_FILE" in str(stranger)
    assert len(mailbox.received) == 1


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.filterwarnings("ignore:Session.login_data")
@pytest.mark.parametrize(("user", "password"), [("böt", "x"), ("bot", "geheimwörter"), ("b", "密")])
def test_a_login_may_hold_any_letters(user: str, password: str) -> None:
    """They go as UTF-8, as RFC 4616 wants them; a wrong one is told like any other."""
    known = {(user.encode(), password.encode())}

    def only_known(*arguments: Any) -> AuthResult:
        data = arguments[-1]
        right = isinstance(data, LoginPassword) and (data.login, data.password) in known
        return AuthResult(success=right, handled=False)

    mailbox = Mailbox()
    options = {"auth_required": True, "auth_require_tls": False, "authenticator": only_known}
    with serving(mailbox, **options) as port:
        channel(port, username=user, password=password).send(alert_of())
        wrong = failure(port, username=user, password=f"{password}ß")
    assert len(mailbox.received) == 1
    assert "refused the login (535" in str(wrong)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_server_that_takes_ascii_logins_alone_is_told_as_such() -> None:
    """And not as a stack trace."""
    options = {"auth_require_tls": False, "authenticator": only_with_login}
    with serving(Mailbox(), **options, auth_exclude_mechanism=["PLAIN"]) as port:
        error = failure(port, username="böt", password=PASSWORD)
    assert isinstance(error, ChannelDownError)
    assert "have to be plain ASCII there" in str(error)


@pytest.mark.parametrize("host", ["mail..example", f"{'a' * 70}.example"])
def test_a_host_that_is_no_name_is_a_wrong_setting_and_no_fault_of_an_alert(host: str) -> None:
    """Python has an error of its own for it, which is none of the network."""
    error = failure(25, host=host)
    assert isinstance(error, ChannelDownError)
    assert "no name that can be looked up" in str(error)


def test_nothing_is_sent_in_the_clear_where_protection_was_asked_for() -> None:
    """A server without STARTTLS gets neither the password nor the mail."""
    mailbox = Mailbox()
    with serving(mailbox, auth_require_tls=False, authenticator=only_with_login) as port:
        error = failure(port, security="starttls", username=USER, password=PASSWORD)
    assert isinstance(error, ChannelDownError)
    assert "does not offer what the settings ask for (STARTTLS" in str(error)
    assert not mailbox.received


def test_a_password_in_the_clear_is_a_wrong_setting() -> None:
    """Only a server on this machine may be logged in to without protection."""
    with pytest.raises(ConfigurationError, match="in the clear"):
        SmtpChannel(
            host="mail.example", port=25, sender="a@b.example", security="none", username=USER
        )
    SmtpChannel(host="::1", port=25, sender="a@b.example", security="none", username=USER)


def test_an_answer_that_lies_about_lines_stays_one_line() -> None:
    """What a server says is stored and shown: it is hostile like a page."""
    with serving(Mailbox(recipient_answers=["550-one\r\n550 two\x1b[2J"])) as port:
        error = failure(port)
    assert not set(str(error)) & set("\r\n\x1b")


def test_a_local_part_that_is_not_ascii_needs_a_server_that_can() -> None:
    """With SMTPUTF8 it arrives; without, no later try can help (RFC 6531)."""
    alert = replace(alert_of(), recipient="ädä@directory.example")
    modern, old = Mailbox(), Mailbox()
    with serving(modern, enable_SMTPUTF8=True) as port:
        channel(port).send(alert)
    assert modern.received
    with serving(old, enable_SMTPUTF8=False) as port, pytest.raises(DeliveryError) as caught:
        channel(port).send(alert)
    assert caught.value.permanent
    assert not old.received
