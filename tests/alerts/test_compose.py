"""What an alert says, and to whom it is the same alert."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from alerts.links import Links
from domain.alert import Alert, AlertKind
from domain.errors import ConfigurationError
from domain.flag import Priority
from domain.problem import ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Editor
from tests.alerts.letters import (
    AFTER_AT,
    BEFORE_AT,
    BLOCKED,
    FLAGS,
    KEPT_LONGER,
    RETENTION_FLAG,
    SOURCE,
    TOOL,
    TRAINING,
    TRAINING_FLAG,
    alert_of,
    problem_of,
)


def read_aloud(alert: Alert) -> str:
    """The words of the HTML on one line."""
    body = LexborHTMLParser(alert.html).css_first("body")
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def one_line(text: str) -> str:
    """The plain text without its line breaks and quotation bars."""
    return " ".join(text.replace("\n|", "\n").split())


def test_one_glance_tells_tool_criterion_rating_and_what_changed() -> None:
    """The first lines hold all that decides whether to look now."""
    alert = alert_of()
    assert alert.subject == (
        "[Acme API] No training on customer data: re-review (acme-privacy: evidence gone)"
    )
    top = alert.text[:700]
    for words in ("Acme API", "No training on customer data", "Partly", "Training is now allowed."):
        assert words in top


@pytest.mark.parametrize("format_", ["text", "html"])
def test_both_formats_hold_everything_an_editor_needs(format_: str) -> None:
    """The plain text is a twin, not a summary."""
    alert = alert_of(public_url="https://watch.example/", flags=(*FLAGS, (13, RETENTION_FLAG)))
    said = one_line(alert.text) if format_ == "text" else read_aloud(alert)
    for words in (
        "Acme API",
        "Privacy policy",
        "https://legal.acme.example/privacy",
        "26 July 2026, 06:00",
        "27 July 2026, 06:05",
        "No training on customer data",
        "Evidence affected",
        "A negation was removed.",
        "4. Your input",
        "Paid plans are not trained on.",
        "“do not use your input”",
        "Inputs are kept for 90 days.",
        "Passage 1, shown above.",
        "1 other passage of this document changed",
    ):
        assert words in said
    for link in ("flags/12", "flags/13", "changes/7#passage-1", "sources/acme-privacy"):
        assert f"https://watch.example/{link}" in (alert.text if format_ == "text" else alert.html)


def test_words_before_and_after_are_marked_without_colour_too() -> None:
    """Plain text marks them with brackets; HTML with elements and with words to be heard."""
    alert = alert_of()
    assert "We [-do not-] {+may+} use your input to train models." in one_line(alert.text)
    assert "We [removed: do not ] [added: may ] use your input" in read_aloud(alert)
    page = LexborHTMLParser(alert.html)
    deleted, inserted = page.css_first("del"), page.css_first("ins")
    assert deleted is not None
    assert inserted is not None
    assert "line-through" in str(deleted.attributes["style"])
    assert "underline" in str(inserted.attributes["style"])


def test_most_urgent_criterion_comes_first_and_names_the_subject() -> None:
    """Flags are sorted by priority, whatever order they come in."""
    alert = alert_of(flags=((13, RETENTION_FLAG), *FLAGS))
    assert alert.subject == (
        "[Acme API] No training on customer data and 1 more: re-review "
        "(acme-privacy: evidence gone)"
    )
    assert alert.text.index("1. No training") < alert.text.index("2. Short retention")


def test_the_subject_tells_the_changes_of_two_sources_apart() -> None:
    """Also where no evidence is affected, and the same criterion is to be read again."""
    one = alert_of(flags=((13, RETENTION_FLAG),))
    other = alert_of(
        flags=((14, RETENTION_FLAG),), source=SOURCE.model_copy(update={"id": "acme-dpa"})
    )
    assert one.subject == "[Acme API] Short retention: re-review (acme-privacy)"
    assert other.subject == "[Acme API] Short retention: re-review (acme-dpa)"


def test_identical_passages_are_shown_once_with_their_number() -> None:
    """A footer sentence that changed in three places is one item."""
    flag = replace(TRAINING_FLAG, passages=(0, 1, 2))
    alert = alert_of((TRAINING, replace(TRAINING, heading="9"), TRAINING), flags=((12, flag),))
    assert one_line(alert.text).count("[-do not-]") == 1
    assert "The same change stands in 2 other places." in alert.text


def test_passages_beyond_the_limit_are_counted() -> None:
    """Twenty passages on one criterion do not bury the next criterion."""
    passages = [
        replace(KEPT_LONGER, after=f"Data of kind {number} is kept.") for number in range(20)
    ]
    flag = replace(TRAINING_FLAG, passages=tuple(range(20)))
    alert = alert_of(passages, flags=((12, flag),))
    assert "16 more passages concern this criterion." in alert.text
    assert "Data of kind 3 is kept." in one_line(alert.text)
    assert "Data of kind 4 is kept." not in one_line(alert.text)


def test_without_a_public_address_the_mail_names_commands() -> None:
    """There is no page to link to, so the terminal is named; the provider stays linked."""
    alert = alert_of()
    assert "clausewatch review 12 --decision" in alert.text
    assert "clausewatch diff acme-privacy" in alert.text
    links = {node.attributes["href"] for node in LexborHTMLParser(alert.html).css("a[href]")}
    assert links == {"https://legal.acme.example/privacy", TOOL.page}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://watch.example", "watch.example"])
def test_a_public_address_that_is_no_web_address_is_refused(address: str) -> None:
    """A wrong setting is named at the start, not found in a mail."""
    with pytest.raises(ConfigurationError, match="public address"):
        Links(address)


def test_a_criterion_without_a_rating_is_still_told() -> None:
    """A directory may cite a source before it has rated."""
    alert = alert_of(tool=TOOL.model_copy(update={"ratings": ()}))
    assert "Not rated yet | Evidence affected" in alert.text


def test_a_flag_on_the_whole_document_needs_no_passage() -> None:
    """A product renamed throughout has no single place to show."""
    alert = alert_of(flags=((12, replace(TRAINING_FLAG, passages=())),))
    assert "Training is now allowed." in alert.text
    assert "What changed" not in alert.text


def test_a_reason_that_repeats_the_summary_is_left_out() -> None:
    """Nobody reads the same sentence twice."""
    flag = replace(TRAINING_FLAG, reasons=(TRAINING_FLAG.summary,))
    assert alert_of(flags=((12, flag),)).text.count("Training is now allowed.") == 1


def test_priority_words_follow_the_flag() -> None:
    """A direction that flipped is named; an ordinary flag carries no mark."""
    flipped = replace(TRAINING_FLAG, priority=Priority.DIRECTION)
    assert "| Promise changed" in alert_of(flags=((12, flipped),)).text
    assert "Rated: Yes\n" in alert_of(flags=((13, RETENTION_FLAG),)).text


def test_german_mails_speak_german_throughout() -> None:
    """Labels, dates and status words; the quoted page keeps its own language."""
    alert = alert_of(language="de", public_url="https://watch.example")
    assert alert.subject == (
        "[Acme API] Kein Training mit Kundendaten: neu prüfen (acme-privacy: Beleg entfallen)"
    )
    for words in ("26. Juli 2026, 06:00", "Bewertung: Teilweise", "Training ist nun erlaubt."):
        assert words in alert.text
    page = LexborHTMLParser(alert.html)
    root, quote = page.css_first("html"), page.css_first("blockquote")
    assert root is not None
    assert quote is not None
    assert (root.attributes["lang"], quote.attributes["lang"]) == ("de", "en")
    english = {
        "Rated",
        "Passage 1 (reworded)",
        "Review this",
        "What",
        "Evidence",
        "changed between",
    }
    ours = alert.text.replace(TOOL.ratings[0].rationale, "")
    assert not [words for words in english if words in ours]


def test_the_same_values_give_the_same_alert() -> None:
    """What is queued twice can be recognised, to the last byte."""
    assert alert_of(language="de") == alert_of(language="de")
    assert problem_of(AlertKind.PROBLEM) == problem_of(AlertKind.PROBLEM)


def test_message_ids_differ_by_what_and_to_whom() -> None:
    """Another change, tool, recipient or a change of a new store is another message."""
    other_tool = TOOL.model_copy(update={"id": "acme-chat"})
    alerts = [
        alert_of(),
        alert_of(change_id=8),
        alert_of(tool=other_tool),
        alert_of(editor=Editor(email="bob@directory.example")),
        alert_of(after_at=AFTER_AT + timedelta(days=1)),
        problem_of(AlertKind.PROBLEM),
        problem_of(AlertKind.RECOVERED),
        problem_of(AlertKind.REMINDER, at=AFTER_AT),
        problem_of(AlertKind.REMINDER, at=AFTER_AT + timedelta(days=7)),
    ]
    assert len({alert.message_id for alert in alerts}) == len(alerts)
    assert len({alert.thread for alert in alerts}) == 1


def test_message_ids_are_stable() -> None:
    """An id that changed with a release would send every waiting alert twice."""
    assert alert_of().message_id == "<3b3595012276805bc37ef20cb387ccc3ad0eb829@clausewatch.invalid>"


def test_an_alert_without_a_flag_is_a_mistake() -> None:
    """Nobody is written to about nothing."""
    with pytest.raises(ValueError, match="at least one flag"):
        alert_of(flags=())


def test_plain_text_keeps_to_the_width_of_a_mail() -> None:
    """No line but an address or a command is longer than 76 columns."""
    flag = replace(TRAINING_FLAG, passages=(0,), summary=RETENTION_FLAG.summary)
    text = alert_of(public_url="https://watch.example", flags=((1, flag), (2, RETENTION_FLAG))).text
    long = [line for line in text.splitlines() if len(line) > 76 and "://" not in line]
    assert not long


def test_html_is_made_for_people_who_do_not_see_it() -> None:
    """One first-level heading, no skipped level, layout tables that say so, no images."""
    page = LexborHTMLParser(alert_of(flags=(*FLAGS, (13, RETENTION_FLAG))).html)
    levels = [int(str(node.tag)[1]) for node in page.css("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(table.attributes.get("role") == "presentation" for table in page.css("table"))
    assert not page.css("img, script, link, iframe, form")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (AlertKind.PROBLEM, "A source cannot be read"),
        (AlertKind.REMINDER, "A source still cannot be read"),
        (AlertKind.RECOVERED, "A source can be read again"),
    ],
)
def test_a_problem_says_what_happened_and_what_rests_on_it(kind: AlertKind, title: str) -> None:
    """Keepers learn the page, the reason and the ratings it endangers."""
    alert = problem_of(kind, at=BEFORE_AT + timedelta(days=14))
    for said in (one_line(alert.text), read_aloud(alert)):
        assert title in said
        assert "A challenge came instead of the page." in said
        assert "Acme API" in said
        assert "No training on customer data" in said
        assert ("14 days" in said) == (kind is not AlertKind.RECOVERED)
        assert ("9 August 2026, 06:00 (UTC)" in said) == (kind is AlertKind.RECOVERED)
        assert ("Ask the provider for access." in said) == (kind is not AlertKind.RECOVERED)


def test_what_is_wrong_is_said_once() -> None:
    """In a sentence; the short name of it stands in the subject."""
    what = Sentence("The page is gone: the server answered 404.", "Die Seite ist fort: 404.")
    gone = replace(BLOCKED, kind=ProblemKind.GONE, what=what)
    alert = problem_of(AlertKind.PROBLEM, problem=gone)
    assert alert.subject == "[acme-privacy] Page is gone"
    for said in (one_line(alert.text), read_aloud(alert)):
        assert "The page is gone: the server answered 404." in said
        assert "Page is gone" not in said


def test_a_page_that_moved_for_good_is_not_called_unreadable() -> None:
    """It is followed; only the watchlist wants its new address."""
    moved = replace(BLOCKED, kind=ProblemKind.MOVED_PERMANENTLY)
    alert = problem_of(AlertKind.PROBLEM, problem=moved)
    assert alert.subject == "[acme-privacy] Moved for good"
    assert "cannot be read" not in alert.text.split("-----")[0]


def test_a_problem_of_a_source_that_nobody_cites_is_told() -> None:
    """A source may be watched before a tool cites it."""
    assert "No tool cites this source." in problem_of(AlertKind.PROBLEM, tools=[]).text
