"""Settings come from the environment, then from a file, then from safe defaults."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clausewatch.cli.settings import settings_of
from clausewatch.settings import Settings
from domain.errors import ConfigurationError

MARK = "open-sesame"  # stands for a password


def error_of(env: dict[str, str], folder: Path) -> str:
    """Return the message about settings that are wrong."""
    with pytest.raises(ConfigurationError) as caught:
        Settings.load(env, folder)
    return str(caught.value)


def test_nothing_set_is_safe_and_polite(tmp_path: Path) -> None:
    """A first run needs no settings."""
    settings = Settings.load({}, tmp_path)
    assert settings.store == f"sqlite:///{tmp_path / 'clausewatch.sqlite3'}"
    assert settings.watchlist == tmp_path / "watchlist.yaml"
    assert settings.fetch.delay >= 1
    assert settings.fetch.allow_private is False
    assert settings.smtp.host == ""
    assert settings.outbox is None


def test_a_variable_goes_before_the_file_and_the_file_before_the_default(tmp_path: Path) -> None:
    """Within a section, too: each key is looked up on its own."""
    (tmp_path / "clausewatch.toml").write_text(
        'contact = "file@example.org"\n[fetch]\ndelay = 7\ntimeout = 40\n'
    )
    settings = Settings.load({"CLAUSEWATCH_FETCH_DELAY": "9"}, tmp_path)
    assert settings.contact == "file@example.org"
    assert (settings.fetch.delay, settings.fetch.timeout) == (9, 40)
    assert settings.fetch.parallel_hosts == 4


def test_every_setting_can_be_set_by_a_variable(tmp_path: Path) -> None:
    """Keys of a section are joined by an underscore, even where they have one themselves."""
    settings = Settings.load(
        {
            "CLAUSEWATCH_STORE": "postgresql://u@db.example/clausewatch",
            "CLAUSEWATCH_WATCHLIST": "/etc/watch.yaml",
            "CLAUSEWATCH_CONTACT": "https://example.org/robot",
            "CLAUSEWATCH_PUBLIC_URL": "https://example.org/watch/",
            "CLAUSEWATCH_OUTBOX": "mails",
            "CLAUSEWATCH_LOG_LEVEL": "DEBUG",
            "CLAUSEWATCH_FETCH_MAX_BYTES": "2048",
            "CLAUSEWATCH_FETCH_ALLOW_PRIVATE": "true",
            "CLAUSEWATCH_FETCH_CHROMIUM_PATH": "/usr/bin/chromium",
            "CLAUSEWATCH_SMTP_HOST": "mail.example.org",
            "CLAUSEWATCH_SMTP_SECURITY": "TLS",
            "CLAUSEWATCH_SMTP_USERNAME": "watch",
            "CLAUSEWATCH_SMTP_PASSWORD": MARK,
            "CLAUSEWATCH_SMTP_SENDER": "watch@example.org",
        },
        tmp_path,
    )
    assert settings.watchlist == Path("/etc/watch.yaml")
    assert settings.public_url == "https://example.org/watch"
    assert settings.outbox == tmp_path / "mails"
    assert settings.log_level == "debug"
    assert settings.fetch.max_bytes == 2048
    assert settings.fetch.allow_private
    assert settings.fetch.chromium_path == "/usr/bin/chromium"
    assert settings.smtp.effective_port == 465
    assert settings.smtp.password.get_secret_value() == MARK


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_the_port_follows_from_the_protection(tmp_path: Path, security: str, port: int) -> None:
    """One setting less to get wrong; a port that is set stays."""
    env = {"CLAUSEWATCH_SMTP_SECURITY": security}
    assert Settings.load(env, tmp_path).smtp.effective_port == port
    env["CLAUSEWATCH_SMTP_PORT"] = "2525"
    assert Settings.load(env, tmp_path).smtp.effective_port == 2525


@pytest.mark.parametrize("host", ["mail.example.org", "localhost", "127.0.0.1", "::1", "müller.de"])
def test_a_mail_server_is_a_name_or_an_address(tmp_path: Path, host: str) -> None:
    """Of either kind, and in any letters."""
    env = {"CLAUSEWATCH_SMTP_HOST": host, "CLAUSEWATCH_SMTP_SENDER": "a@b.example"}
    assert Settings.load(env, tmp_path).smtp.host == host


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    """Service files and containers pass variables on that may be empty."""
    settings = Settings.load({"CLAUSEWATCH_OUTBOX": "", "CLAUSEWATCH_FETCH_DELAY": ""}, tmp_path)
    assert settings.outbox is None
    assert settings.fetch.delay == 5


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("STORE", "mysql://db.example/x", "must begin with sqlite:/// or postgresql://"),
        ("STORE", "clausewatch.db", "must be a database URL such as sqlite:///"),
        ("FETCH_DELAY", "-1", '"-1": must be greater than or equal to 0'),
        ("FETCH_DELAY", "soon", '"soon": must be a number'),
        ("FETCH_ALLOW_PRIVATE", "perhaps", '"perhaps": must be a boolean'),
        ("FETCH_PARALLEL_HOSTS", "0", '"0": must be greater than or equal to 1'),
        ("LOG_LEVEL", "loud", "\"loud\": must be 'debug', 'info', 'warning' or 'error'"),
        ("PUBLIC_URL", "example.org", '"example.org": is no web address: begin with https://'),
        ("SMTP_PORT", "99999", '"99999": must be less than or equal to 65535'),
        ("SMTP_SECURITY", "ssl", "\"ssl\": must be 'starttls', 'tls' or 'none'"),
        ("SMTP_SENDER", "nobody", '"nobody"'),
        ("SMTP_HOST", "mail..example.org", "must be a name such as mail.example.org"),
        ("SMTP_HOST", "smtp://mail.example.org", "must be a name such as mail.example.org"),
        ("SMTP_HOST", "mail.example.org:587", "must be a name such as mail.example.org"),
        ("CONTACT", "me\nX-Header: y", '"me\\nX-Header: y"'),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    tmp_path: Path, name: str, value: str, words: str
) -> None:
    """By the variable that the user wrote."""
    message = error_of({f"CLAUSEWATCH_{name}": value}, tmp_path)
    assert message.startswith(f"CLAUSEWATCH_{name}: ")
    assert words in message


def test_every_wrong_value_is_named_at_once(tmp_path: Path) -> None:
    """One a line, so that one look mends all."""
    env = {"CLAUSEWATCH_FETCH_DELAY": "x", "CLAUSEWATCH_LOG_LEVEL": "y", "CLAUSEWATCH_STORE": "z"}
    assert len(error_of(env, tmp_path).splitlines()) == 3


def test_a_wrong_value_of_the_file_is_named_by_its_key(tmp_path: Path) -> None:
    """Together with the variable that would go before it."""
    (tmp_path / "clausewatch.toml").write_text("[fetch]\ndelay = -1\n")
    message = error_of({}, tmp_path)
    assert message.startswith("CLAUSEWATCH_FETCH_DELAY (clausewatch.toml: fetch.delay): -1: ")


@pytest.mark.parametrize("name", ["outbox", "feeds", "watchlist", "weights", "templates"])
@pytest.mark.parametrize("value", ["5", "true", "[1]"])
def test_a_path_that_is_none_is_told_in_plain_words(tmp_path: Path, name: str, value: str) -> None:
    """Not by a class of Python."""
    (tmp_path / "clausewatch.toml").write_text(f"{name} = {value}\n")
    message = error_of({}, tmp_path)
    assert message.endswith(": must be a path, in quotation marks")
    assert "class" not in message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("CLAUSEWATCH_STROE", "did you mean CLAUSEWATCH_STORE?"),
        ("CLAUSEWATCH_FETCH_TIMEOUTS", "did you mean CLAUSEWATCH_FETCH_TIMEOUT?"),
        ("CLAUSEWATCH_SMTP_ZZZ", "allowed: host, port, security"),
    ],
)
def test_a_misspelt_variable_is_named(tmp_path: Path, name: str, words: str) -> None:
    """A setting that silently does nothing is the worst kind."""
    message = error_of({name: "1"}, tmp_path)
    assert message.startswith(f"{name}")
    assert words in message


def test_a_misspelt_key_of_the_file_is_named(tmp_path: Path) -> None:
    """At the top and within a section."""
    (tmp_path / "clausewatch.toml").write_text('stor = "x"\n[smtp]\nhots = "y"\n')
    message = error_of({}, tmp_path)
    assert '(clausewatch.toml: stor): there is no such setting; did you mean "store"?' in message
    assert (
        '(clausewatch.toml: smtp.hots): there is no such setting; did you mean "host"?' in message
    )


def test_variables_of_other_software_do_not_disturb(tmp_path: Path) -> None:
    """Kubernetes makes such variables for a service of the name clausewatch."""
    env = {"CLAUSEWATCH_PORT": "tcp://10.0.0.1:80", "CLAUSEWATCH_SERVICE_HOST": "10.0.0.1"}
    assert Settings.load(env, tmp_path) == Settings.load({}, tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"store = \n", "is not valid TOML"),
        (b"# \xff\n", "is not valid TOML"),
        (b"fetch = 5\n", "CLAUSEWATCH_FETCH (clausewatch.toml: fetch)"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    """Not as a stack trace."""
    (tmp_path / "clausewatch.toml").write_bytes(content)
    message = error_of({}, tmp_path)
    assert "clausewatch.toml" in message
    assert words in message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A folder of that name, for one."""
    (tmp_path / "clausewatch.toml").mkdir()
    assert "cannot be read" in error_of({}, tmp_path)


def test_a_mail_server_needs_a_sender_and_a_password_a_name(tmp_path: Path) -> None:
    """What belongs together is asked for before the first alert fails."""
    assert "sender is missing" in error_of({"CLAUSEWATCH_SMTP_HOST": "mail.example.org"}, tmp_path)
    message = error_of({"CLAUSEWATCH_SMTP_PASSWORD": MARK}, tmp_path)
    assert "username is missing" in message
    assert MARK not in message


@pytest.mark.parametrize(
    "env",
    [
        {"CLAUSEWATCH_SMTP_PASSWORD": MARK, "CLAUSEWATCH_LOG_LEVEL": "x"},
        {"CLAUSEWATCH_STORE": f"mysql://u:{MARK}@db.example/x"},
        {"CLAUSEWATCH_STORE": f"postgresql://u:{MARK}@db.example:port/x"},
        {"CLAUSEWATCH_SMTP": f'{{"password": "{MARK}"'},
        {"CLAUSEWATCH_SMTP": f'{{"password": ["{MARK}"]}}'},
    ],
)
def test_an_error_never_shows_a_password(tmp_path: Path, env: dict[str, str]) -> None:
    """Neither its message nor what a stack trace would print with it."""
    with pytest.raises(ConfigurationError) as caught:
        Settings.load(env, tmp_path)
    assert MARK not in str(caught.value)
    assert caught.value.__suppress_context__


def test_settings_never_show_a_password(tmp_path: Path) -> None:
    """Not when they are printed, logged, or passed to another process."""
    settings = Settings.load(
        {
            "CLAUSEWATCH_STORE": f"postgresql://u:{MARK}@db.example/x",
            "CLAUSEWATCH_SMTP_USERNAME": "u",
            "CLAUSEWATCH_SMTP_PASSWORD": MARK,
        },
        tmp_path,
    )
    assert MARK not in repr(settings)
    assert MARK not in str(settings)
    assert settings.store_shown == "postgresql://u:***@db.example/x"


def test_nothing_is_read_when_the_modules_are_imported(tmp_path: Path) -> None:
    """A wrong environment stops a command that needs it, not an import."""
    done = subprocess.run(
        [sys.executable, "-c", "import clausewatch.settings, clausewatch.watchlist"],
        cwd=tmp_path,
        env={"CLAUSEWATCH_STORE": "nonsense", "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_each_setting_says_its_unit_and_what_it_may_be(tmp_path: Path) -> None:
    """Nobody has to guess seconds from minutes, nor the words that are allowed."""
    purposes = {one.key: one.purpose for one in settings_of(Settings.load({}, tmp_path))}
    for key in ("fetch.delay", "fetch.timeout", "fetch.browser_timeout", "opinion.timeout"):
        assert "seconds" in purposes[key]
    assert "bytes" in purposes["fetch.max_bytes"]
    assert "(allowed: starttls, tls, none)" in purposes["smtp.security"]
    assert "(allowed: local, proxy, oidc)" in purposes["web.sign_in"]
    assert "(allowed: debug, info, warning, error)" in purposes["log_level"]
