"""The bytes of quiet captures may go; whatever proves anything stays."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from domain.capture import Capture, CaptureOrigin
from domain.errors import LetGoError
from domain.problem import ProblemKind
from storage.records import Saving
from storage.store import Store, Work
from storage.tables import BodyRow
from tests.storage.samples import NOON, capture, document, problem

DAYS = 30
LATER = NOON + timedelta(days=400)

WORDS = " ".join(random.Random(1).choices([f"word{n}" for n in range(5000)], k=3000))  # noqa: S311 - a fixed text, no secret


def fetched(hours: int, source_id: str = "terms", body: bytes | None = None) -> Capture:
    """A page of which only a token differs from hour to hour."""
    token = random.Random(hours).randbytes(40).hex()  # noqa: S311 - as above
    page = f"<p>{WORDS}</p><i>{token}</i>".encode() if body is None else body
    return replace(capture(source_id, hours, page), origin=CaptureOrigin.HTTP)


def record(work: Work, hours: Sequence[int], version: int | None = None) -> list[int]:
    """Record captures of the same wording: that of a version, else of a new one."""
    ids = [work.record_capture(fetched(hour)) for hour in hours]
    if version is None:
        wording = document(f"Wording of hour {hours[0]}.")
        version = work.record_version("terms", ids[0], wording, "f1", "plain", "0" * 64, NOON).id
    for number in ids:
        work.show_version(number, version)
    return ids


def let_go(store: Store, source_id: str = "terms") -> Saving:
    """Let go of all that may go, as the worker does."""
    total = Saving()
    while True:
        with store.work() as work:
            part = work.let_go_quiet(source_id, LATER, DAYS)
        assert part is not None
        if not part.bodies:
            return total
        total += part


def gone(store: Store, ids: Sequence[int]) -> list[int]:
    """Which captures, by their place in a list, no longer have their bytes."""
    with store.read() as history:
        return [at for at, one in enumerate(ids) if history.stored_capture(one).let_go]


def test_the_first_and_the_last_of_a_run_stay(store: Store) -> None:
    """Of a wording that stood, both ends are kept and what lies between may go."""
    with store.work() as work:
        first, second = record(work, range(6)), record(work, range(6, 11))
    let_go(store)
    assert gone(store, first) == [1, 2, 3, 4]
    assert gone(store, second) == [1, 2, 3]
    assert list(store.verify()) == []


def test_what_stays_still_has_its_bytes(store: Store) -> None:
    """What rested on bytes that went was framed anew."""
    with store.work() as work:
        record(work, range(9))
        record(work, range(9, 18))
    before = stored_bytes(store)
    saved = let_go(store)
    with store.read() as history:
        kept = [one for one in history.captures("terms") if one.let_go is None]
        assert [history.body(one.id) for one in kept] == [
            fetched(hours).body for hours in (17, 9, 8, 0)
        ]
    assert saved.bodies == 14
    assert saved.bytes == before - stored_bytes(store) > 0


def stored_bytes(store: Store) -> int:
    """How much all frames take."""
    with Session(store._engine) as session:
        return sum(len(row.frame) for row in session.exec(select(BodyRow)))


def test_the_first_of_each_month_stays(store: Store) -> None:
    """That a wording stood in any month can be shown for ever."""
    with store.work() as work:
        ids = record(work, range(0, 24 * 70, 24 * 7))  # Sundays from 1 March to 3 May
    let_go(store)
    days = [NOON + timedelta(days=7 * at) for at in gone(store, ids)]
    assert [(day.month, day.day) for day in days] == [
        (3, 8),
        (3, 15),
        (3, 22),
        (3, 29),
        (4, 12),
        (4, 19),
        (4, 26),
    ]


def test_what_is_young_stays(store: Store) -> None:
    """Nothing goes before its days are over."""
    with store.work() as work:
        ids = record(work, range(4))
        moment = NOON + timedelta(days=DAYS, hours=2)
        assert work.let_go_quiet("terms", moment, DAYS) is not None
    assert gone(store, ids) == [1]


def test_what_was_not_settled_stays_with_its_neighbours(store: Store) -> None:
    """A problem, a variant and the captures beside them are no quiet ones."""
    with store.work() as work:
        version = record(work, [0])[0]
        shown = work.stored_capture(version).version_id
        ids = [version, *record(work, range(1, 9), shown)]
        blocked = work.record_capture(fetched(9, body=b"Prove that you are human"))
        work.mark_problem(blocked, ProblemKind.BLOCKED)
        work.open_problem("terms", problem(), NOON, blocked)
        waiting = work.record_capture(fetched(10))
        ids += [blocked, waiting, *record(work, range(11, 14), shown)]
    let_go(store)
    assert gone(store, ids) == [1, 2, 3, 4, 5, 6, 7, 12]


def test_what_was_cited_or_saved_by_hand_stays(store: Store) -> None:
    """The capture that a version was read from, again or at first, and a manual one."""
    with store.work() as work:
        ids = record(work, range(3))
        shown = work.stored_capture(ids[0]).version_id
        by_hand = replace(fetched(3), origin=CaptureOrigin.MANUAL)
        ids += [work.record_capture(by_hand)]
        work.show_version(ids[-1], shown or 0)
        ids += record(work, range(4, 7), shown)
        work.open_problem("terms", problem(), NOON, ids[5])
    let_go(store)
    assert gone(store, ids) == [1, 2, 4]


def test_a_wording_that_was_extracted_again_is_one_run(store: Store) -> None:
    """An upgrade of the extraction makes no ends of its own."""
    with store.work() as work:
        ids = record(work, range(3))
        old = work.version("terms", 1)
        new = work.record_version(
            "terms", ids[0], document("x"), "f2", "plain", "1" * 64, NOON, replaces=old.id
        )
        ids += record(work, range(3, 6), new.id)
    let_go(store)
    assert gone(store, ids) == [1, 2, 3, 4]


def test_a_body_that_came_elsewhere_too_stays(store: Store) -> None:
    """Bytes that an end of a run or another source has as well are not let go."""
    with store.work() as work:
        ids = record(work, range(3))
        shown = work.stored_capture(ids[0]).version_id or 0
        again = work.record_capture(replace(fetched(0), fetched_at=NOON + timedelta(hours=3)))
        work.show_version(again, shown)
        ids += [again, *record(work, range(4, 6), shown)]
        work.record_capture(fetched(1, "other", fetched(1).body))
    let_go(store)
    assert gone(store, ids) == [2, 4]


def test_reading_says_what_became_of_the_bytes(store: Store) -> None:
    """When they went, under which rule, and where the same wording is to be seen."""
    with store.work() as work:
        ids = record(work, range(6))
    let_go(store)
    for read in ("body", "capture"):
        with store.read() as history, pytest.raises(LetGoError) as raised:
            getattr(history, read)(ids[1])
        assert "let go on 2027-04-05" in str(raised.value)
        assert "30 days" in str(raised.value)
        assert f"capture {ids[0]} (2026-03-01 12:00 UTC)" in str(raised.value)
    with store.read() as history:
        row = history.stored_capture(ids[1])
        assert (row.body_hash, row.size) == (fetched(1).body_hash, len(fetched(1).body))
        assert row.headers == fetched(1).headers
        instead = history.stands_in_for(ids[4])
        assert instead is not None
        assert instead.id == ids[5]


def test_bytes_that_come_again_are_stored_again(store: Store) -> None:
    """A page that goes back to bytes that were let go has them from then on."""
    with store.work() as work:
        ids = record(work, range(6))
    let_go(store)
    with store.work() as work:
        again = work.record_capture(replace(fetched(2), fetched_at=LATER))
    with store.read() as history:
        assert history.body(again) == history.body(ids[2]) == fetched(2).body
    assert list(store.verify()) == []


def test_a_dry_run_says_what_would_be_saved(store: Store) -> None:
    """It changes nothing, and is right to the byte where one transaction is enough."""
    with store.work() as work:
        record(work, range(6))
        record(work, range(6, 9))
    with store.read() as history:
        assert history.captured_sources() == ("terms",)
        foretold = history.saving("terms", LATER, DAYS)
        assert history.saving("terms", NOON, DAYS) == Saving()
    assert foretold.bodies == 5
    assert let_go(store) == foretold


def test_a_large_lot_goes_in_parts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each transaction does a part, so that a crash between two loses nothing."""
    monkeypatch.setattr("storage.retention.AT_ONCE", 1)
    with store.work() as work:
        ids = record(work, range(6))
    with store.work() as work:
        part = work.let_go_quiet("terms", LATER, DAYS)
    assert part is not None
    assert part.bodies == 1
    assert gone(store, ids) == [4]
    assert list(store.verify()) == []
    let_go(store)
    assert gone(store, ids) == [1, 2, 3, 4]
    assert list(store.verify()) == []


def test_parts_save_what_the_whole_would(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """No body is framed anew upon one that goes in the next part."""
    with store.work() as work:
        record(work, range(9))
        record(work, range(9, 18))
    with store.read() as history:
        foretold = history.saving("terms", LATER, DAYS)
    monkeypatch.setattr("storage.retention.AT_ONCE", 1)
    assert let_go(store) == foretold


def test_nothing_goes_while_others_store(store: Store) -> None:
    """A body that is being stored upon another keeps it."""
    if store._engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    with store.work() as work:
        record(work, range(6))
    with store.work() as busy, store.work() as work:
        busy.record_capture(fetched(9))
        assert work.let_go_quiet("terms", LATER, DAYS) is None


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE body SET let_go_at = NULL WHERE let_go_at IS NOT NULL", "body"),
        ("UPDATE capture SET version_id = NULL", "capture"),
        ("UPDATE body SET base_hash = (SELECT max(hash) FROM body WHERE frame = '')", "body"),
    ],
    ids=["bytes lost without a rule", "no other shows it", "rests on what is gone"],
)
def test_verify_knows_what_was_let_go_from_what_is_lost(
    store: Store, statement: str, table: str
) -> None:
    """A rule explains missing bytes only where another capture shows the wording."""
    with store.work() as work:
        record(work, range(6))
    let_go(store)
    assert list(store.verify()) == []
    with store._engine.begin() as connection:
        connection.execute(text(statement))
    assert table in {fault.table for fault in store.verify()}
