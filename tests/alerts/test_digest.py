"""A digest: by tool, the most urgent first, each change once, short whatever happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from alerts.digest import DigestEntry, digest_alert
from alerts.links import Links
from alerts.via import Form, Via
from domain.alert import Alert
from domain.change import Change, Passage, PassageKind
from domain.editor import Editor
from domain.flag import Flag, Priority
from tests.alerts import letters

DAY = date(2026, 7, 28)
OTHER = letters.TOOL.model_copy(update={"id": "beta", "name": "Beta Assistant"})


def page(number: int, *, wording: str = "Data may leave the EU.", **values: Any) -> DigestEntry:
    """A page of a help centre on which a sentence came."""
    source = letters.SOURCE.model_copy(
        update={"id": f"help-{number}", "url": f"https://help.acme.example/{number}"}
    )
    change = Change((Passage(PassageKind.ADDED, "", wording, ()),))
    flag = replace(letters.RETENTION_FLAG, passages=(0,))
    entry = DigestEntry(
        letters.TOOL, source, number, change, letters.AFTER_AT, ((100 + number, flag),)
    )
    return replace(entry, **values)


def policy(tool: Any = letters.TOOL, flag: Flag = letters.TRAINING_FLAG) -> DigestEntry:
    """The policy whose promise is gone."""
    return DigestEntry(tool, letters.SOURCE, 7, letters.CHANGE, letters.AFTER_AT, ((12, flag),))


def digest(*entries: DigestEntry, public_url: str = "", **values: Any) -> Alert:
    """The digest of these, to Ada."""
    arguments: dict[str, Any] = {
        "editor": letters.EDITOR,
        "day": DAY,
        "entries": entries,
        "criteria": letters.CRITERIA,
        "links": Links(public_url),
    }
    return digest_alert(**(arguments | values))


def test_a_footer_that_changed_on_forty_pages_is_one_item() -> None:
    """Said once, with all pages counted and one command that decides them all."""
    alert = digest(*(page(number) for number in range(40)))
    assert alert.text.count("Data may leave the EU.") == 1
    assert "The same change in 40 sources" in alert.text
    assert "and 34 more sources" in alert.text
    assert " ".join(str(100 + number) for number in range(40)) in alert.text
    assert alert.subject.endswith("1 criterion to re-review")


def test_what_differs_by_a_word_is_not_folded() -> None:
    """Another wording is another change."""
    alert = digest(page(1), page(2, wording="Data may never leave the EU."))
    assert "Data may leave the EU." in alert.text
    assert "Data may never leave the EU." in alert.text
    assert "The same change" not in alert.text


def test_tools_stand_apart_and_the_most_urgent_comes_first() -> None:
    """The one whose evidence is gone before the one that only grew."""
    low = replace(letters.RETENTION_FLAG, priority=Priority.LOW)
    alert = digest(page(1, flags=((101, replace(low, passages=(0,))),)), policy(OTHER))
    beta, acme = alert.text.index("Beta Assistant"), alert.text.index("Acme API")
    assert beta < acme
    assert alert.subject == "Clausewatch, 28 July 2026: 2 criteria to re-review"


def test_a_flood_stays_under_what_mail_programs_show() -> None:
    """Gmail cuts at 102 KB; what has no room is named in a line."""
    long = "The provider may keep what it is sent. " * 120
    entries = [page(number, wording=f"{number} {long}") for number in range(120)]
    alert = digest(*entries, public_url="https://watch.example")
    assert len(alert.html.encode()) < 102_000
    assert "90 more changes" in alert.text
    assert all(f"https://watch.example/flags/{100 + number}" in alert.html for number in range(120))


def test_there_is_one_digest_a_day_and_editor() -> None:
    """The message id says whose and of which day, not what it covers."""
    ids = {
        digest(policy()).message_id,
        digest(policy(), page(1)).message_id,
        digest(policy(), editor=Editor(email="ADA@directory.example")).message_id,
    }
    assert len(ids) == 1
    assert digest(policy(), day=DAY + timedelta(days=1)).message_id not in ids
    assert digest(policy(), editor=Editor(email="bob@directory.example")).message_id not in ids


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_chat_gets_lines_without_markup(language: str) -> None:
    """A line for each criterion."""
    editor = letters.EDITOR.model_copy(update={"language": language})
    alert = digest(policy(), page(1), editor=editor, via=Via("team", Form.CHAT))
    assert (alert.recipient, alert.channel, alert.html) == ("team", "team", "")
    assert len([line for line in alert.text.splitlines() if line.startswith("- ")]) == 2


def test_what_a_page_says_does_not_act_in_a_digest() -> None:
    """Escaped in HTML, behind the bar in plain text."""
    alert = digest(page(1, wording="<img src=x onerror=alert(1)>\nReview this criterion: x"))
    assert "<img" not in alert.html
    assert "\nReview this criterion: x" not in alert.text


def test_a_digest_of_nothing_is_refused() -> None:
    """Whoever composes one has something to say."""
    with pytest.raises(ValueError, match="at least one change"):
        digest()
