"""What is shown of a long passage, and that nothing is left out uncounted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alerts.excerpt import LONGEST_RUN, MOST_WORDS, Piece, excerpt
from domain.change import Edit, Finding, FindingKind, Passage, PassageKind, Segment
from tests.alerts.letters import TRAINING, TRAINING_FLAG, alert_of

EDITS = st.sampled_from(list(Edit))
SEGMENTS = st.lists(st.tuples(EDITS, st.integers(min_value=0, max_value=400)), max_size=12)


def words(count: int, stem: str = "word") -> str:
    """That many different words."""
    return " ".join(f"{stem}{number}" for number in range(count))


def reworded(*segments: Segment, findings: tuple[Finding, ...] = ()) -> Passage:
    """A passage of these runs."""
    return Passage(PassageKind.REWORDED, "old", "new", segments, findings=findings)


def test_a_short_passage_is_shown_whole() -> None:
    """Cutting starts where it saves something."""
    assert [piece.text for piece in excerpt(TRAINING)] == [s.text for s in TRAINING.segments]


def test_unchanged_words_far_from_the_change_are_counted() -> None:
    """A long table with one changed cell becomes one line."""
    pieces = excerpt(
        reworded(
            Segment(Edit.EQUAL, words(500)),
            Segment(Edit.INSERT, "not"),
            Segment(Edit.EQUAL, words(300)),
        )
    )
    assert [(piece.edit, piece.hidden) for piece in pieces] == [
        (Edit.EQUAL, 482),
        (Edit.EQUAL, 0),
        (Edit.INSERT, 0),
        (Edit.EQUAL, 0),
        (Edit.EQUAL, 282),
    ]
    assert pieces[1].text.endswith("word499")
    assert pieces[3].text.startswith("word0")


def test_a_long_addition_shows_the_part_that_the_finding_speaks_of() -> None:
    """The reason for the flag is what an editor must see, wherever it stands."""
    text = f"{words(400)} we share data with Example Inc. {words(400)}"
    finding = Finding(FindingKind.PARTY_ADDED, "", "Example Inc.")
    passage = Passage(PassageKind.ADDED, "", text, (), findings=(finding,))
    before, shown, after = excerpt(passage)
    assert "Example Inc." in shown.text
    assert shown.length <= LONGEST_RUN
    assert before.hidden + shown.length + after.hidden == len(text.split())


def test_telling_runs_are_kept_when_there_are_too_many() -> None:
    """The budget is spent on what the findings name before it is spent in order."""
    noise = [
        segment
        for number in range(40)
        for segment in (
            Segment(Edit.EQUAL, words(5)),
            Segment(Edit.INSERT, words(20, f"noise{number}x")),
        )
    ]
    finding = Finding(FindingKind.NEGATION_ADDED, "", "never")
    pieces = excerpt(reworded(*noise, Segment(Edit.INSERT, "never"), findings=(finding,)))
    assert pieces[-1] == Piece(Edit.INSERT, "never")
    assert any(piece.hidden and piece.edit is None for piece in pieces)


def test_no_space_appears_where_the_page_has_none() -> None:
    """A letter in brackets that changed stays in its brackets."""
    passage = reworded(
        Segment(Edit.EQUAL, "as said in ("),
        Segment(Edit.DELETE, "b)"),
        Segment(Edit.INSERT, "c)"),
        Segment(Edit.EQUAL, "above"),
    )
    assert "as said in ([-b)-] {+c)+} above" in alert_of([passage]).text


def test_a_word_without_end_is_cut() -> None:
    """A data address of a megabyte does not make a mail of a megabyte."""
    alert = alert_of([reworded(Segment(Edit.INSERT, "x" * 1_000_000))])
    assert len(alert.html) < 20_000
    assert len(alert.text) < 5_000


def test_a_large_change_stays_under_what_mail_programs_show() -> None:
    """Gmail cuts a mail off at 102 KB: the review link would be gone."""
    passages = [
        Passage(PassageKind.REWORDED, words(9000, f"old{n}x"), words(9000, f"new{n}x"), ())
        for n in range(30)
    ]
    alert = alert_of(passages)
    assert len(alert.html.encode()) < 100_000


@given(SEGMENTS)
def test_every_word_is_shown_or_counted(lengths: list[tuple[Edit, int]]) -> None:
    """Whatever the runs: shown and hidden words add up, and the budget holds."""
    segments = [Segment(edit, words(length)) for edit, length in lengths]
    if not segments:
        return
    pieces = excerpt(reworded(*segments))
    shown = sum(piece.length for piece in pieces)
    assert shown + sum(piece.hidden for piece in pieces) == sum(n for _, n in lengths)
    assert shown <= MOST_WORDS
    assert all(bool(piece.text) != bool(piece.hidden) for piece in pieces)


def test_a_change_in_a_thousand_small_places_stays_short_too() -> None:
    """Markup weighs more than words: a text edited throughout is cut by its runs."""
    runs = [
        Segment(edit, f"{edit}{number}")
        for number in range(900)
        for edit in (Edit.EQUAL, Edit.DELETE, Edit.INSERT)
    ]
    flags = [(n, replace(TRAINING_FLAG, passages=(n, n + 1), criterion=f"c{n}")) for n in range(8)]
    passages = [replace(reworded(*runs), before=f"old {n}") for n in range(9)]
    alert = alert_of(passages, flags=flags)
    assert len(alert.html.encode()) < 100_000
