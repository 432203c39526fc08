"""Each command, as somebody at a terminal uses it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from clausewatch.messages.counting import counted
from tests.cli.conftest import NEW, OLD, WATCHLIST, Cli, lines_of

COMMANDS = (
    "demo init check schema run worker sources history diff flags review learn compare extract "
    "capture verify replay"
)


def test_help_teaches_every_command(cli: Cli) -> None:
    """`--help` of the whole and of each command says what it is for."""
    out = cli("--help").out
    for command in COMMANDS.split():
        assert command in out
        assert cli(command, "--help").out.count("\n") > 5


def test_replay_prints_events_in_the_documented_form(cli: Cli, captures: Path) -> None:
    """One JSON object a line: the first version, and the change with its flag."""
    ended = cli("replay", captures, "--store", "sqlite:///replay.db")
    first, change = lines_of(ended.out)
    assert ended.code == 0
    assert (first["event"], first["capture"], first["source"]) == ("first", "0.html", "privacy")
    assert (change["event"], change["significance"]) == ("change", "substantive")
    assert change["at"] == "2026-02-03T08:00:00+00:00"
    (flag,) = change["flags"]
    assert (flag["tool"], flag["criterion"]) == ("tool", "no_training")
    assert flag["reasons"]


def test_replay_again_adds_nothing(cli: Cli, captures: Path) -> None:
    """Feeding the same captures twice is the same as once."""
    cli("replay", captures)
    assert cli("replay", captures).out == ""


def test_an_unknown_page_counts_as_cited_for_every_criterion(cli: Cli, captures: Path) -> None:
    """Captures of a page that no watchlist names are flagged by what they say alone."""
    (captures.parent / "watchlist.yaml").write_text(
        "sources: [{id: other, url: https://example.org/x}]\ntools: []\n"
    )
    change = lines_of(cli("replay", captures).out)[-1]
    assert ("page", "no_training") in [
        (flag["tool"], flag["criterion"]) for flag in change["flags"]
    ]


def test_the_history_can_be_browsed_from_a_terminal(cli: Cli, captures: Path) -> None:
    """history, diff, flags and review show what the replay found, readable and as JSON."""
    cli("replay", captures)
    assert "substantive" in cli("history", "privacy").out
    assert [row["version"] for row in lines_of(cli("history", "privacy", "-f", "json").out)] == [
        2,
        1,
    ]
    assert "We [-do not-] use" in cli("diff", "privacy").out
    passages = lines_of(cli("diff", "privacy", "--from", "1", "--to", "2", "-f", "json").out)
    assert passages[0]["passages"]
    assert "no_training" in cli("flags").out
    assert "decide with" in cli("review", "1").out


@pytest.mark.parametrize("command", ["flags", "flags --all", "alerts list", "stale"])
@pytest.mark.usefixtures("captures")
def test_an_empty_list_is_no_line_of_json(cli: Cli, command: str) -> None:
    """One object a line: none where there is nothing, and no prose in between."""
    cli("migrate")
    ended = cli(*command.split(), "--format", "json")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    names = command.removesuffix(" --all").split()
    assert "one object a line" in " ".join(cli(*names, "--help").out.replace("│", " ").split())


@pytest.mark.usefixtures("captures")
def test_what_is_not_known_of_a_source_is_null(cli: Cli) -> None:
    """A source that was never checked has no time and no problem, rather than empty ones."""
    cli("migrate")
    (row,) = lines_of(cli("sources", "--format", "json").out)
    assert {row[name] for name in ("checked_at", "read_at", "problem", "told")} == {None}
    assert "privacy" in cli("sources").out


def test_a_decision_closes_a_flag_and_can_be_taken_back(cli: Cli, captures: Path) -> None:
    """Decisions are entries: the latest counts, none is lost."""
    cli("replay", captures)
    decided = cli("review", "1", "--decision", "confirmed", "--why", "as before", "--by", "Ed")
    assert "confirmed by Ed" in decided.out
    assert "no criterion" in cli("flags").out
    again = cli("review", "1", "--decision", "reopened", "--by", "Ed")
    assert "confirmed by Ed: as before" in again.out
    assert "reopened by Ed" in again.out
    assert "no_training" in cli("flags").out


def test_check_warns_of_evidence_that_is_not_in_the_stored_version(
    cli: Cli, captures: Path
) -> None:
    """After the promise is gone, `check` says that a rating rests on nothing."""
    assert "warning" not in cli("check").out
    cli("replay", captures)
    ended = cli("check")
    assert ended.code == 0
    where = "watchlist.yaml:15: tools[0].ratings[0].evidence[0].phrase: "
    assert f"{where}the evidence for tool/no_training is not in privacy" in ended.out


def test_check_quotes_the_words_of_the_page_that_an_almost_right_phrase_is_like(
    cli: Cli, captures: Path
) -> None:
    """A slip of the pen is seen at once, and its line is named."""
    cli("replay", captures)
    path = captures.parent / "watchlist.yaml"
    path.write_text(WATCHLIST.replace("do not use your content to train", "ask us for copy of the"))
    said = cli("check").out
    assert '"ask us for copy of the"; did you mean "ask us for a copy of the' in said
    path.write_text(WATCHLIST.replace("do not use your content to train", "stored in Frankfurt"))
    assert "did you mean" not in cli("check").out


def test_init_writes_a_watchlist_that_passes_the_check(cli: Cli) -> None:
    """The starter is a valid example."""
    assert cli("init").code == 0
    assert "no faults" in cli("check").out


def test_schema_is_json(cli: Cli) -> None:
    """The schema can be given to an editor as it is printed."""
    assert "properties" in json.loads(cli("schema").out)


def test_compare_shows_passages_and_criteria(cli: Cli, tmp_path: Path) -> None:
    """Two saved pages: what changed, how much it matters, which criteria."""
    (tmp_path / "old.html").write_text(OLD)
    (tmp_path / "new.html").write_text(NEW)
    text = cli("compare", "old.html", "new.html", "--kind", "privacy_policy").out
    assert "substantive" in text
    assert "no_training" in text
    (found,) = lines_of(cli("compare", "old.html", "new.html", "-f", "json").out)
    assert found["capture"] == "ok"
    assert found["flags"]["no_training"]["reasons"]
    nothing = "No criterion has to be re-reviewed"
    assert nothing in cli("compare", "old.html", "old.html").out
    (tmp_path / "blocked.html").write_text("<h1>403 Forbidden</h1><p>Access denied.</p>")
    blocked = cli("compare", "old.html", "blocked.html").out
    assert "not a proper capture" in blocked
    assert nothing not in blocked


def test_compare_batch_prints_an_object_for_each_pair(cli: Cli, tmp_path: Path) -> None:
    """Pairs of texts in, one object a line out, with the id of the pair."""
    text = "# Terms\n\nWe keep your data for 30 days.\n\nYou may close your account at any time.\n"
    pairs = [
        {"id": "same", "old": text, "new": text, "kind": "terms"},
        {"id": "longer", "old": text, "new": text.replace("30", "90"), "kind": "terms"},
    ]
    (tmp_path / "pairs.jsonl").write_text("\n".join(json.dumps(pair) for pair in pairs))
    same, longer = lines_of(cli("compare", "--batch", "pairs.jsonl").out)
    assert (same["id"], same["significance"], same["passages"]) == ("same", "none", [])
    assert longer["significance"] == "substantive"
    assert "gdpr" in longer["flags"]


def test_a_page_saved_by_hand_is_a_capture_like_any_other(cli: Cli, captures: Path) -> None:
    """`capture` stores it, compares it, and raises the flag."""
    (captures.parent / "first.html").write_text(OLD)
    (captures.parent / "second.html").write_text(NEW)
    assert "first" in cli("capture", "privacy", "first.html").out
    assert "tool/no_training" in cli("capture", "privacy", "second.html").out
    assert "We use your content" in cli("extract", "privacy").out


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("saved.pdf", OLD.encode(), "named as a PDF, but does not start as one; save it again"),
        ("saved.html", bytes(range(32)) * 9, "not a page, a text or a PDF; save a readable"),
    ],
)
def test_a_page_saved_by_hand_was_served_by_nobody(
    cli: Cli, captures: Path, name: str, body: bytes, said: str
) -> None:
    """What cannot be read of it is told to whoever saved it, without a word of a server."""
    (captures.parent / name).write_bytes(body)
    ended = cli("capture", "privacy", name)
    assert ended.code == 1
    assert said in ended.out
    assert "server" not in ended.out
    assert said in cli("extract", name).err


def test_a_page_that_looks_like_another_says_how_to_accept_it(cli: Cli, captures: Path) -> None:
    """The advice is a command that does it."""
    (captures.parent / "first.html").write_text(OLD)
    other = "<h1>Recipes</h1>" + "".join(f"<p>Bake cake {n} for an hour.</p>" for n in range(9))
    (captures.parent / "other.html").write_text(
        f"<html><title>Cakes</title><main>{other}</main></html>"
    )
    cli("capture", "privacy", "first.html")
    assert "clausewatch accept SOURCE" in cli("capture", "privacy", "other.html").out
    assert cli("accept", "privacy").code == 0
    assert "Bake cake 3" in cli("diff", "privacy").out


def test_extract_shows_what_is_kept_and_what_is_left_out(cli: Cli, tmp_path: Path) -> None:
    """An editor sees why a page is read as it is."""
    banner = '<div id="cookie-banner" role="dialog">We use cookies. Accept all cookies</div>'
    (tmp_path / "page.html").write_text(OLD.replace("<main>", banner + "<main>"))
    out = cli("extract", "page.html").out
    kept, _, dropped = out.partition("left out:")
    assert "We do not use your content" in kept
    assert "Accept all cookies" in dropped


def test_archives_of_captures_are_read(cli: Cli, captures: Path) -> None:
    """A tar beside the index stands for the folder of files."""
    shutil.make_archive(str(captures / "page"), "gztar", captures / "page")
    index = json.loads((captures / "index.json").read_text())
    index[0]["archive"] = "page.tar.gz"
    (captures / "index.json").write_text(json.dumps(index))
    shutil.rmtree(captures / "page")
    assert len(lines_of(cli("replay", captures).out)) == 2


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 flags"), (1, "1 flag"), (2, "2 flags"), (1000, "1000 flags")]
)
def test_numbers_are_said_as_people_say_them(number: int, said: str) -> None:
    """One is one."""
    assert counted(number, "flag") == said


def test_a_plural_of_its_own_is_used() -> None:
    """Not everything takes an s."""
    assert [counted(n, "body", "bodies") for n in (1, 2)] == ["1 body", "2 bodies"]
