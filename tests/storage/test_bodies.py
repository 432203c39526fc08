"""Raw bodies: small, and exactly what was fetched."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import Session, select

from domain.errors import NotFoundError, StoreError
from storage.chains import CHAIN, Framed
from storage.frames import compress, decompress
from storage.store import Store
from storage.tables import BodyRow
from tests.storage.samples import NOON, capture, document


def page(seed: int, token: int) -> bytes:
    """A page whose words are as good as random, and a token that each fetch changes."""
    words = random.Random(seed).choices([f"word{n}" for n in range(5000)], k=8000)  # noqa: S311 - a fixed text, no secret
    return f"<p>{' '.join(words)}</p><script nonce={token}></script>".encode()


def rows(store: Store) -> list[BodyRow]:
    """All stored frames, each after what it rests on."""
    with Session(store._engine) as session:
        found = {row.hash: row for row in session.exec(select(BodyRow)).all()}
    return sorted(found.values(), key=lambda row: len(below(row, found)))


def below(row: BodyRow, found: dict[str, BodyRow]) -> list[BodyRow]:
    """What a frame rests on, nearest first."""
    chain = []
    while row.base_hash is not None:
        row = found[row.base_hash]
        chain.append(row)
    return chain


@given(body=st.binary(max_size=300), base=st.none() | st.binary(min_size=8, max_size=300))
def test_any_body_comes_back(body: bytes, base: bytes | None) -> None:
    """Whatever the body and the one before it, unpacking gives the body."""
    assert decompress(compress(body, base), base, len(body)) == body


def test_a_changed_token_costs_next_to_nothing(store: Store) -> None:
    """The second capture of a page is stored as what differs from the first."""
    with store.work() as work:
        for hours in range(2):
            work.record_capture(capture(hours=hours, body=page(1, hours)))
    first, second = rows(store)
    assert second.base_hash == first.hash
    assert len(second.frame) < len(first.frame) / 100


def test_a_block_page_does_not_cut_the_chain(store: Store) -> None:
    """The document after it is stored as what differs from the document before it."""
    with store.work() as work:
        number = work.record_capture(capture(hours=0, body=page(1, 0)))
        work.record_version("terms", number, document(), "f1", "plain", "0" * 64, NOON)
        work.record_capture(capture(hours=1, body=b"<p>Prove that you are human</p>" * 9))
        work.record_capture(capture(hours=2, body=page(1, 2)))
    by_hash = {row.hash: row for row in rows(store)}
    after = by_hash[capture(body=page(1, 2)).body_hash]
    assert len(after.frame) < 100


def test_another_page_is_not_a_delta(store: Store) -> None:
    """Where the body before is of no help, the frame stands alone."""
    with store.work() as work:
        work.record_capture(capture(hours=0, body=random.Random(1).randbytes(2000)))  # noqa: S311 - as above
        work.record_capture(capture(hours=1, body=random.Random(2).randbytes(2000)))  # noqa: S311 - as above
    assert [row.base_hash for row in rows(store)] == [None, None]


def test_the_chain_is_cut(store: Store) -> None:
    """No body needs more than a fixed number of frames to be read."""
    bodies = [page(1, number) for number in range(CHAIN + 2)]
    with store.work() as work:
        ids = [
            work.record_capture(capture(hours=number, body=body))
            for number, body in enumerate(bodies)
        ]
    stored = {row.hash: row for row in rows(store)}
    assert max(len(below(row, stored)) for row in stored.values()) == CHAIN - 1
    with store.read() as history:
        assert [history.body(one) for one in ids] == bodies


def test_what_is_unpacked_for_one_body_is_bounded(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large pages have shorter chains; they go on from the middle, not from nothing."""
    most = 9 * len(page(1, 0))
    monkeypatch.setattr("storage.chains.UNPACKED", most)
    bodies = [page(1, number) for number in range(40)]
    with store.work() as work:
        ids = [
            work.record_capture(capture(hours=number, body=body))
            for number, body in enumerate(bodies)
        ]
    stored = {row.hash: row for row in rows(store)}
    taken = [row.size + sum(one.size for one in below(row, stored)) for row in stored.values()]
    assert most / 2 < max(taken) <= most
    assert sum(row.base_hash is None for row in stored.values()) == 1
    with store.read() as history:
        assert [history.body(one) for one in ids] == bodies


def test_a_page_that_alternates_rests_on_several_bodies(store: Store) -> None:
    """What came with the body before the last one is not stored again."""
    builds = [random.Random(seed).randbytes(3000) for seed in range(3)]  # noqa: S311 - as above
    bodies = [page(1, number) + builds[number % 3] for number in range(6)]
    with store.work() as work:
        ids = [
            work.record_capture(capture(hours=number, body=body))
            for number, body in enumerate(bodies)
        ]
    by_hash = {row.hash: row for row in rows(store)}
    last = by_hash[capture(body=bodies[-1]).body_hash]
    assert last.joined > 1
    assert len(last.frame) < 300
    with store.read() as history:
        assert [history.body(one) for one in reversed(ids)] == bodies[::-1]


def test_the_same_bytes_are_stored_once(store: Store) -> None:
    """Two sources and two fetches with the same body share it."""
    with store.work() as work:
        first = work.record_capture(capture("a", 0, b"same"))
        second = work.record_capture(capture("b", 1, b"same"))
        assert work.body(first) == work.body(second) == b"same"
    assert len(rows(store)) == 1


def test_a_body_packed_ahead_is_stored_as_it_was_packed(store: Store) -> None:
    """Compressing takes no time of the transaction that writes."""
    with store.work() as work:
        work.record_capture(capture(body=page(1, 0)))
    new = capture(hours=1, body=page(1, 1))
    with store.read() as history:
        packed = history.packed(new)
    assert packed is not None
    with store.work() as work:
        work.record_capture(new, packed=packed)
    base, stored = rows(store)
    assert (stored.frame, stored.base_hash) == (packed.framed.frame, base.hash)
    with store.read() as history:
        assert history.packed(new) is None


def test_a_body_packed_upon_what_was_let_go_meanwhile_is_packed_anew(store: Store) -> None:
    """Else it could never be read again."""
    with store.work() as work:
        work.record_capture(capture(body=page(1, 0)))
    new = capture(hours=1, body=page(1, 1))
    with store.read() as history:
        packed = history.packed(new)
    (base,) = rows(store)
    with store.work() as work:
        work._bodies.let_go([base.hash], {}, NOON, 180)
    with store.work() as work:
        number = work.record_capture(new, packed=packed)
    with store.read() as history:
        assert history.body(number) == new.body


def test_a_body_packed_upon_a_chain_that_was_framed_anew_is_packed_anew(store: Store) -> None:
    """What is joined as prefix is found by the chain: another chain, another prefix."""
    tokens = [page(seed, 0) for seed in (1, 2)]
    with store.work() as work:
        for hours, body in enumerate((tokens[0], tokens[0] + tokens[1], tokens[0] + b"!")):
            work.record_capture(capture(hours=hours, body=body))
    new = capture(hours=3, body=tokens[0] + tokens[1] + b"?")
    with store.read() as history:
        packed = history.packed(new)
    assert packed is not None
    assert packed.framed.joined > 1
    last = hashlib.sha256(tokens[0] + b"!").hexdigest()
    with store.work() as work:
        alone = Framed(compress(tokens[0] + b"!"))
        work._bodies.let_go([], {last: alone}, NOON, 180)
    with store.work() as work:
        number = work.record_capture(new, packed=packed)
    with store.read() as history:
        assert history.body(number) == new.body


def test_an_empty_body_is_a_body(store: Store) -> None:
    """An answer without content is evidence like any other, and a base for none."""
    with store.work() as work:
        empty = work.record_capture(capture(hours=0, body=b""))
        full = work.record_capture(capture(hours=1, body=b"words"))
        assert (work.body(empty), work.body(full)) == (b"", b"words")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE body SET frame = (SELECT frame FROM body WHERE hash = :other)",
        "UPDATE body SET size = 3",
        "UPDATE body SET size = 9",
    ],
    ids=["another body's bytes", "too long", "too short"],
)
def test_a_damaged_body_is_never_returned(store: Store, damage: str) -> None:
    """Bytes that no longer have their hash are an error of the store."""
    with store.work() as work:
        number = work.record_capture(capture(hours=0, body=b"first"))
        work.record_capture(capture("other", hours=1, body=b"other"))
    other = capture(body=b"other").body_hash
    with store._engine.begin() as connection:
        connection.execute(text(damage), {"other": other} if ":other" in damage else {})
    with store.read() as history, pytest.raises(StoreError):
        history.body(number)


def test_an_unknown_capture_is_not_found(store: Store) -> None:
    """Asking for a capture that is not there says so."""
    with store.read() as history, pytest.raises(NotFoundError, match="capture 7"):
        history.body(7)
