"""What a reading means, given what is remembered: news, returns, variants, problems."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.document import Block, BlockKind, Document
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from review.variants import differing_blocks, is_return
from review.verdict import (
    BLOCK_STAYS,
    MOST_FLIPS,
    Memory,
    Outcome,
    Trouble,
    Wording,
    captures_to_stay,
    judge,
)

START = datetime(2026, 3, 1, tzinfo=UTC)


def problem(*, certain: bool = False) -> Trouble:
    """Return a reading that is no document."""
    words = Sentence("An error page.", "Eine Fehlerseite.")
    return Trouble(Problem(ProblemKind.ERROR_PAGE, words, words, certain=certain))


def document(*lines: str) -> Document:
    """Return a document with a paragraph for each line."""
    return Document(tuple(Block(BlockKind.PARAGRAPH, line) for line in lines))


class Watched:
    """A source in memory: feeds readings to the judge as the story does."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.base: str | None = None
        self.known: set[str] = set()
        self.problem_open = False
        self.at = START

    def see(self, reading: Trouble | str) -> Outcome:
        """Judge one reading, given as a problem or as the name of a wording."""
        self.at += timedelta(hours=12)
        seen = (
            reading
            if isinstance(reading, Trouble)
            else Wording(reading, is_return=reading in self.known)
        )
        verdict = judge(
            seen, self.memory, base_hash=self.base, problem_open=self.problem_open, at=self.at
        )
        self.memory = verdict.memory
        if verdict.recovered:
            self.problem_open = False
        if verdict.outcome is Outcome.PROBLEM:
            self.problem_open = True
        if verdict.outcome in {Outcome.FIRST, Outcome.CHANGE} and isinstance(reading, str):
            self.known.add(reading)
            self.base = reading
        return verdict.outcome

    def see_all(self, *readings: Trouble | str) -> list[str]:
        """Judge several readings and return what each came to."""
        return [self.see(reading).value for reading in readings]


def test_first_good_capture_is_the_base_and_tells_no_change() -> None:
    """There is nothing to compare the first wording with."""
    assert Watched().see_all("a", "a") == ["first", "unchanged"]


def test_a_wording_never_seen_is_news_at_once() -> None:
    """Nothing delays a new wording, even two in a row."""
    assert Watched().see_all("a", "b", "c") == ["first", "change", "change"]


def test_a_variant_that_comes_back_is_silent() -> None:
    """Two texts that alternate tell one change, the first time, and no more."""
    outcomes = Watched().see_all(*"ababababb")
    assert outcomes.count("change") == 1


def test_a_return_is_told_once_it_has_stayed() -> None:
    """An earlier wording that stays for three captures is a change."""
    assert Watched().see_all(*"abaaaa") == [
        "first",
        "change",
        "waiting",
        "waiting",
        "change",
        "unchanged",
    ]


def test_each_return_makes_the_next_one_wait_longer() -> None:
    """A page that flips in long runs tells ever fewer returns."""
    told = Watched().see_all(*("a" + ("b" * 8 + "a" * 8) * 10)).count("change")
    assert told <= 4
    assert captures_to_stay(0) < captures_to_stay(1) < captures_to_stay(2)


def test_news_during_a_waiting_return_is_told_at_once() -> None:
    """What waits never holds up what is new."""
    assert Watched().see_all(*"abac")[-1] == "change"


def test_on_a_page_that_flips_news_has_to_be_seen_twice() -> None:
    """A text that such a page shows once and never again is one more variant."""
    watched = Watched()
    watched.see_all(*"abababab")
    assert watched.see_all("x", "b", "y", "b") == ["waiting", "unchanged"] * 2
    assert watched.see_all("z", "z") == ["waiting", "change"]


def test_on_a_page_that_flips_news_is_told_when_it_is_seen_again_later() -> None:
    """Other variants may always come in between: one of them alone has changed."""
    watched = Watched()
    watched.see_all(*"abababab")
    assert watched.see_all("x", "a", "b", "x") == ["waiting", "waiting", "unchanged", "change"]


def test_on_a_page_that_flips_two_new_wordings_in_a_row_are_news() -> None:
    """Nothing new waits behind something newer."""
    watched = Watched()
    watched.see_all(*"abababab")
    assert watched.see_all("y", "z") == ["waiting", "change"]


def test_a_problem_opens_when_a_second_capture_agrees() -> None:
    """One bad capture is suspected, the second opens the problem, the third is no news."""
    assert Watched().see_all("a", problem(), problem(), problem())[1:] == [
        "suspected",
        "problem",
        "still_problem",
    ]


def test_a_single_bad_capture_is_forgotten() -> None:
    """A suspicion that a good capture clears has to begin anew."""
    assert Watched().see_all("a", problem(), "a", problem())[1:] == [
        "suspected",
        "unchanged",
        "suspected",
    ]


def test_a_certain_problem_opens_at_once() -> None:
    """A 404 needs no second opinion."""
    assert Watched().see_all("a", problem(certain=True))[-1] == "problem"


def test_the_last_good_version_stays_the_base_through_a_problem() -> None:
    """After a problem the document is compared with what it was before."""
    watched = Watched()
    watched.see_all("a", problem(), problem())
    assert watched.see("a") is Outcome.UNCHANGED
    assert not watched.problem_open
    watched.see_all(problem(), problem())
    assert watched.see("b") is Outcome.CHANGE


def test_a_source_that_begins_with_a_problem_begins_when_it_recovers() -> None:
    """The first good capture is the first version, not a change of everything."""
    watched = Watched()
    assert watched.see_all(problem(), problem(), "a") == ["suspected", "problem", "first"]
    assert not watched.problem_open


def test_returns_are_forgotten_after_their_time() -> None:
    """A page that flipped long ago is trusted again."""
    watched = Watched()
    watched.see_all(*"abab")
    watched.at += timedelta(days=200)
    assert watched.see_all(*"baaa")[-1] == "change"


def test_a_block_seen_before_makes_a_return_and_a_new_block_news() -> None:
    """A widget that comes back is known, whatever else was added meanwhile."""
    plain, widget = document("Terms.", "Data."), document("Terms.", "Data.", "Chat with us.")
    assert not is_return(widget, plain, [])
    assert is_return(plain, widget, [plain])
    moved_on = document("Terms.", "Data.", "New duty.")
    assert not is_return(moved_on, widget, [plain])
    again = document("Terms.", "Data.", "New duty.", "Chat with us.")
    assert is_return(again, moved_on, [plain, widget])


def test_removing_what_was_always_there_is_news() -> None:
    """A sentence that every version had does not return to anything by going."""
    first = document("We do not train.", "Terms.")
    second = document("We do not train.", "Terms.", "Chat with us.")
    assert not is_return(document("Terms.", "Chat with us."), second, [first])


class Shown(Watched):
    """A source whose wordings are lists of blocks, told apart as the story does."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: list[Document] = []

    def show(self, *lines: str) -> Outcome:
        """Judge a capture with these lines."""
        self.at += timedelta(hours=12)
        new = document(*lines)
        seen = Wording(new.text)
        if self.versions and new.text != self.versions[-1].text:
            base, earlier = self.versions[-1], self.versions[:-1]
            seen = Wording(new.text, is_return(new, base, earlier), differing_blocks(new, base))
        base_hash = self.versions[-1].text if self.versions else None
        verdict = judge(seen, self.memory, base_hash=base_hash, problem_open=False, at=self.at)
        self.memory = verdict.memory
        if verdict.outcome in {Outcome.FIRST, Outcome.CHANGE}:
            self.versions.append(new)
        return verdict.outcome


TIPS = ("A guest praises the view.", "A guest praises the bread.")


def test_what_goes_is_told_though_something_else_flips() -> None:
    """The whole text never stays while two tips take turns; the sentence stays away."""
    source = Shown()
    source.show(TIPS[0])
    source.show(TIPS[0], "We never sell your notes.")
    for day in range(8):
        source.show(TIPS[day % 2], "We never sell your notes.")
    outcomes = [source.show(TIPS[day % 2]) for day in range(BLOCK_STAYS)]
    assert outcomes[:-1] == [Outcome.WAITING] * (BLOCK_STAYS - 1)
    assert outcomes[-1] is Outcome.CHANGE


def test_what_goes_from_a_page_that_has_flipped_for_long_is_told_as_soon() -> None:
    """What the tips taught is about the tips: another block waits no longer for it."""
    source = Shown()
    source.show(TIPS[0])
    source.show(TIPS[0], "We never sell your notes.")
    for day in range(100):
        source.show(TIPS[day % 2], "We never sell your notes.")
    outcomes = [source.show(TIPS[0]) for _ in range(BLOCK_STAYS)]
    assert outcomes[-1] is Outcome.CHANGE


def test_a_block_that_comes_and_goes_in_long_runs_tells_ever_less() -> None:
    """Each turn of a block makes its own next one wait longer."""
    source = Shown()
    source.show("Terms.", TIPS[0])
    outcomes = [
        source.show("Terms.", *((TIPS[1],) if run % 2 else (TIPS[0],)))
        for run in range(20)
        for _ in range(12)
    ]
    assert outcomes[: len(outcomes) // 2].count(Outcome.CHANGE) <= 5
    assert Outcome.CHANGE not in outcomes[len(outcomes) // 2 :]


def test_what_is_remembered_of_blocks_stays_small() -> None:
    """A page whose every word is new each time, again and again, fills no memory."""
    source = Shown()
    pages = [[f"Line {line} of page {page}." for line in range(150)] for page in range(4)]
    for _ in range(3):
        for page in pages:
            source.show(*page)
    assert len(source.memory.flips) <= MOST_FLIPS
    assert not differing_blocks(document(*pages[0], *pages[1]), document(*pages[2], *pages[3]))
