"""Who is told what, when and how: what a watchlist may say about editors."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clausewatch.watchlist import check_watchlist
from domain.editor import Editor
from domain.flag import Priority
from tests.watchlist.conftest import BUILTIN, Faults, Load

FILE = """
sources:
  - {id: a, url: "https://a.example/"}
editors:
  - {email: desk@example.org}
tools:
  - id: one
    name: One
    sources: [a]
    editors:
      - &ada {email: ada@example.org, criteria: [dpa], when: digest, timezone: Europe/Berlin}
    ratings:
      - {criterion: dpa, status: yes}
      - {criterion: gdpr, status: yes}
  - id: two
    name: Two
    sources: [a]
    editors: [*ada]
"""


def mails(editors: tuple[Editor, ...]) -> list[str]:
    """The names before the at sign."""
    return [editor.email.partition("@")[0] for editor in editors]


def test_who_minds_a_criterion_is_told_and_else_the_desk(load: Load) -> None:
    """A flag that no editor of the tool minds goes to those of the file."""
    watchlist = load(FILE)
    one = watchlist.tools[0]
    assert mails(watchlist.editors_of(one, "dpa")) == ["ada"]
    assert mails(watchlist.editors_of(one, "gdpr")) == ["desk"]
    assert mails(watchlist.people()) == ["desk", "ada"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("when: weekly", '"weekly" is not allowed (allowed: at once, digest)'),
        ("hour: 24", "must be a whole number from 0 to 23"),
        ("hour: noon", "must be a whole number from 0 to 23"),
        ("timezone: Berlin", "is no time zone such as Europe/Berlin"),
        ("timezone: ../../etc/passwd", "is no time zone such as Europe/Berlin"),
        ("from_priority: urgent", "(allowed: low, normal, direction, evidence)"),
        ("criteria: [dap]", 'did you mean "dpa"?'),
        ("channels: []", "is empty: leave the key out for mail"),
        ("channels: [Team Chat]", "is no id"),
    ],
)
def test_a_wrong_wish_is_named(faults: Faults, keys: str, words: str) -> None:
    """Each with its line and what is allowed."""
    (fault,) = faults(f"""
        sources: []
        editors:
          - email: ada@example.org
            {keys}
        """)
    assert fault.line == 5
    assert words in str(fault)


def test_a_person_has_one_way_of_being_told(faults: Faults) -> None:
    """A digest is one mail a day: its reader cannot have two hours."""
    text = FILE.replace(
        "editors: [*ada]", "editors: [{<<: *ada, hour: 17}, {email: desk@example.org}]"
    )
    (fault,) = faults(text)
    assert 'has another "hour" at tools[0].editors[0]' in str(fault)


def test_a_rating_that_nobody_minds_is_odd(tmp_path: Path) -> None:
    """It may be meant; it is told all the same."""
    file = tmp_path / "watchlist.yaml"
    file.write_text(FILE.replace("editors:\n  - {email: desk@example.org}\n", ""))
    (warning,) = check_watchlist(file, builtin=BUILTIN).warnings
    assert warning.where == "tools[0].ratings[1].criterion"
    assert 'no editor minds "gdpr" of "one"' in warning.message


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-07-01T04:00", "2026-07-01T05:00"),  # before seven in Berlin, summer time
        ("2026-07-01T05:00", "2026-07-02T05:00"),  # the hour strikes: the next one is meant
        ("2026-07-01T23:30", "2026-07-02T05:00"),  # already the next day in Berlin
        ("2026-12-31T20:00", "2027-01-01T06:00"),  # winter time, over the year's end
    ],
)
def test_the_next_hour_is_that_of_the_editors_clock(after: str, expected: str) -> None:
    """Seven in Berlin is five or six in UTC."""
    editor = Editor(email="ada@example.org", hour=7, timezone="Europe/Berlin")
    found = editor.next_hour(datetime.fromisoformat(after).replace(tzinfo=UTC))
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_still_comes_once_a_day() -> None:
    """On 29 March 2026 Berlin has no hour two."""
    editor = Editor(email="ada@example.org", hour=2, timezone="Europe/Berlin")
    first = editor.next_hour(datetime(2026, 3, 28, 12, tzinfo=UTC))
    second = editor.next_hour(first)
    assert (first, second) == (
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 3, 30, 0, tzinfo=UTC),
    )


def test_what_is_less_pressing_is_not_sent() -> None:
    """The list has it all; the mailbox only what was asked for."""
    editor = Editor(email="ada@example.org", from_priority="direction")
    assert [editor.wants(priority) for priority in Priority] == [False, False, True, True]
