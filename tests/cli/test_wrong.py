"""What a newcomer types wrongly is answered by what is wrong and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.conftest import Cli

STRANGE = ("Traceback", "Value error", "Input should", "parsing", "_Environment", "pydantic")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "`clausewatch init` writes one"),
        ("run -w nowhere.yaml", "`clausewatch init` writes one"),
        ("check -w .", "is a folder, not a file"),
        ("init no/such/folder.yaml", "cannot be written: No such file or directory"),
        ("run --store foo", "must be a database URL such as sqlite:///"),
        ("run --store mysql://x/y", "must begin with sqlite:/// or postgresql://"),
        ("flags", "`clausewatch run` makes one"),
        ("flags -f xml", "'xml' is not one of 'text', 'json'"),
        ("flags --toll x", "No such option: --toll"),
        ("flag", "Did you mean 'flags'?"),
        ("clausewatch check", "'clausewatch' is said twice"),
        ("flags -w nowhere.yaml", "`clausewatch init` writes one"),
        ("history x -w .", "is a folder, not a file"),
        ("diff x --from a", "'--from': must be a whole number"),
        ("serve --port 99999", "--port"),
        ("review", "Missing argument 'FLAG...'"),
        ("review 1 --decision maybe", "'maybe' is not one of 'confirmed'"),
        ("review 1 --decision later --until soon", "--until"),
        ("compare a.html", "give either OLD and NEW"),
        ("compare a.html b.html --kind poem", "'poem' is not one of 'privacy_policy'"),
        ("replay .", "index.json"),
        ("learn --examples nowhere.jsonl", "nowhere.jsonl"),
    ],
)
def test_a_wrong_command_is_answered_in_plain_words(cli: Cli, command: str, said: str) -> None:
    """With 2, on the error output, and without a word of the libraries beneath."""
    if command.startswith(("learn", "replay")):
        cli("init")
    ended = cli(*command.split())
    text = " ".join(ended.err.replace("│", " ").split())
    assert ended.code == 2
    assert said in text
    assert not [word for word in STRANGE if word in text]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("contact = you@x\n", "is not valid TOML"),
        ('contakt = "x"\n', 'did you mean "contact"?'),
        ('[smtp]\nhost = "mail.example.org"\n', "sender is missing"),
        ('[fetch]\ndelay = "fast"\n', "must be a number"),
        ("[fetch]\nparallel_hosts = 1.5\n", "must be a whole number"),
        ("[fetch]\nallow_private = 12\n", "must be a boolean"),
        ('[web]\nsign_in = "none"\n', "must be 'local', 'proxy' or 'oidc'"),
    ],
)
def test_a_wrong_settings_file_is_answered_in_plain_words(
    cli: Cli, tmp_path: Path, toml: str, said: str
) -> None:
    """The key and what is allowed, before anything else is done."""
    (tmp_path / "clausewatch.toml").write_text(toml)
    ended = cli("check")
    assert ended.code == 2
    assert said in ended.err
    assert not [word for word in STRANGE if word in ended.err]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CLAUSEWATCH_FETCH_DELAY", "abc", "must be a number"),
        ("CLAUSEWATCH_CHANNELS", "abc", "CLAUSEWATCH_CHANNELS: must be JSON"),
        ("CLAUSEWATCH_CONTAKT", "me", "did you mean CLAUSEWATCH_CONTACT?"),
    ],
)
def test_a_wrong_variable_is_answered_in_plain_words(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    """The variable is named as it was set."""
    monkeypatch.setenv(variable, value)
    ended = cli("check")
    assert ended.code == 2
    assert said in ended.err
    assert not [word for word in STRANGE if word in ended.err]


def test_the_readme_shows_what_check_says(cli: Cli, tmp_path: Path) -> None:
    """Of the watchlist that `init` writes, with a key misspelt."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = re.search(
        r"^   ```\n(   clausewatch: watchlist.*?)^   ```$", readme, re.MULTILINE | re.DOTALL
    )
    assert shown is not None
    cli("init")
    written = (tmp_path / "watchlist.yaml").read_text()
    (tmp_path / "watchlist.yaml").write_text(written.replace(" url:", " urll:", 1))
    assert cli("check").err.replace(f"{tmp_path}/", "") == dedent(shown[1])
