"""Raw bodies, each stored as what differs from earlier ones of the same source.

Two captures of a page differ in a few tokens, so nearly all of a body is a copy of
those before: compressed with them as raw prefix it takes a few hundred bytes. What
has to be unpacked to read one is bounded (see `storage.chains`).
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, literal, update
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from domain.errors import LetGoError, NotFoundError, StoreError
from storage.chains import CHAIN, JOINED, Framed, Link, framed
from storage.frames import decompress
from storage.tables import BodyRow, CaptureRow
from storage.turns import Turn, share, take_if_free

_KEPT = 2 * JOINED  # unpacked bodies kept at hand: the chain of one source, read in order


@dataclass(frozen=True, slots=True)
class Packed:
    """A body compressed ahead of the transaction that stores it.

    `rests_on` are the hashes of the chain it was compressed upon, nearest first: the frame
    is of use only while the store still has that chain.
    """

    framed: Framed
    rests_on: tuple[str, ...] = ()


class Bodies:
    """The bodies of a store, seen through one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._unpacked: OrderedDict[str, bytes] = OrderedDict()

    def packed(self, source_id: str, body: bytes, body_hash: str) -> Packed | None:
        """Compress a body, which takes a second for a large one; None when it is stored."""
        row = self._session.get(BodyRow, body_hash)
        return None if row is not None and row.frame else self._packed(source_id, body)

    def keep(
        self, source_id: str, body: bytes, body_hash: str, packed: Packed | None = None
    ) -> None:
        """Store a body, unless it is stored already; one that was let go is stored again.

        What was `packed` ahead is taken, if what it rests on is as it was then.
        """
        # Nobody stores upon a body that somebody else is letting go of.
        share(self._session.connection(), Turn.BODIES)
        row = self._session.get(BodyRow, body_hash)
        if row is not None and row.frame:
            return
        if packed is None or not self._stands(packed):
            packed = self._packed(source_id, body)
        found = packed.framed
        if row is None:
            row = BodyRow(hash=body_hash, size=len(body), frame=b"")
            self._session.add(row)
        row.frame, row.base_hash, row.joined = found.frame, found.base_hash, found.joined
        row.let_go_at = row.let_go_days = None
        self._session.flush()
        self._remember({body_hash: body})

    def read(self, body_hash: str) -> bytes:
        """Return the bytes of a body.

        Raises:
            NotFoundError: there is no such body.
            LetGoError: its bytes were let go.
            StoreError: they no longer have its hash.
        """
        unpacked = dict(self._unpacked)
        if body_hash not in unpacked:
            _unpack(self._chain(body_hash), 0, unpacked)
        body = unpacked[body_hash]
        if hashlib.sha256(body).hexdigest() != body_hash:
            raise StoreError(
                f"The stored body {body_hash} no longer has its hash: the file of the "
                "store is damaged. Restore it from a backup; `clausewatch verify` lists "
                "all that is damaged."
            )
        self._remember(unpacked)
        return body

    def reframed(self, let_go: Collection[str], doomed: Collection[str]) -> dict[str, Framed]:
        """Return new frames for those that rest on what is to be let go now, by hash.

        None of them rests on what is `doomed` to be let go at all, now or later.
        """
        found = {}
        for one in self._resting_on(let_go):
            chain = self._chain(one)
            if any(link.hash in let_go for link in chain[1 : 1 + chain[0].joined]):
                below = [link for link in chain[1:] if link.hash not in doomed]
                found[one] = framed(self.read(one), [below], self.read)
        return found

    def let_go(
        self, hashes: Collection[str], reframed: Mapping[str, Framed], at: datetime, days: int
    ) -> None:
        """Let go of bodies, after what rested on them was framed anew."""
        for body_hash, new in reframed.items():
            self._set(body_hash, frame=new.frame, base_hash=new.base_hash, joined=new.joined)
        for body_hash in hashes:
            alone = {"frame": b"", "base_hash": None, "joined": 0}
            self._set(body_hash, **alone, let_go_at=at, let_go_days=days)
        self._unpacked.clear()

    def lengths(self, hashes: Collection[str]) -> int:
        """Return how many bytes the frames of some bodies take."""
        length = func.coalesce(func.sum(func.length(col(BodyRow.frame))), 0)
        found = self._session.execute(columns(length).where(col(BodyRow.hash).in_(hashes)))
        return int(found.scalar_one())

    def may_let_go(self) -> bool:
        """Keep others from storing bodies until the end of the transaction, if none does now."""
        return take_if_free(self._session.connection(), Turn.BODIES)

    def _packed(self, source_id: str, body: bytes) -> Packed:
        chains = [self._chain(base) for base in self._bases(source_id)]
        found = framed(body, chains, self.read)
        below = (
            tuple(link.hash for link in chain[at:])
            for chain in chains
            for at, link in enumerate(chain)
            if link.hash == found.base_hash
        )
        return Packed(found, next(below, ()))

    def _stands(self, packed: Packed) -> bool:
        """Tell whether a chain is still the one that a body was compressed upon."""
        base = packed.framed.base_hash
        try:
            return base is None or packed.rests_on == tuple(link.hash for link in self._chain(base))
        except NotFoundError:  # let go meanwhile
            return False

    def _set(self, body_hash: str, **values: object) -> None:
        self._session.execute(
            update(BodyRow).where(col(BodyRow.hash) == body_hash).values(**values)
        )

    def _chain(self, body_hash: str) -> list[Link]:
        """Return a frame and all that it rests on, in this order."""
        steps = (
            select(BodyRow.hash, BodyRow.base_hash, literal(1).label("step"))
            .where(BodyRow.hash == body_hash)
            .cte("steps", recursive=True)
        )
        below = aliased(BodyRow)
        steps = steps.union_all(
            select(below.hash, below.base_hash, steps.c.step + 1)
            .join(steps, col(below.hash) == steps.c.base_hash)
            # A damaged store could hold a circle.
            .where(steps.c.step < CHAIN)
        )
        rows = self._session.execute(
            columns(
                col(BodyRow.hash),
                col(BodyRow.base_hash),
                col(BodyRow.joined),
                col(BodyRow.size),
                col(BodyRow.frame),
            )
            .join(steps, col(BodyRow.hash) == steps.c.hash)
            .order_by(steps.c.step)
        )
        chain = [Link(*row) for row in rows]
        if not chain:
            raise NotFoundError(f"There is no stored body {body_hash}")
        if not chain[0].frame:
            raise LetGoError(f"The bytes of the body {body_hash} were let go")
        return chain

    def _bases(self, source_id: str) -> list[str]:
        """Return the bodies that are worth compressing against.

        That is the source's last body, and the last that showed a version where it is
        another one: after a block page the document is still near the document.
        """
        bodies = (
            select(BodyRow.hash)
            .join(CaptureRow, col(CaptureRow.body_hash) == col(BodyRow.hash))
            .where(CaptureRow.source_id == source_id, col(BodyRow.let_go_at).is_(None))
            .order_by(col(CaptureRow.id).desc())
            .limit(1)
        )
        last = self._session.exec(bodies).first()
        good = self._session.exec(bodies.where(col(CaptureRow.version_id).is_not(None))).first()
        return list(dict.fromkeys(one for one in (last, good) if one is not None))

    def _resting_on(self, hashes: Collection[str]) -> list[str]:
        """Return what rests on some bodies, near or far, without these themselves."""
        steps = (
            select(BodyRow.hash, literal(1).label("step"))
            .where(col(BodyRow.hash).in_(hashes))
            .cte("steps", recursive=True)
        )
        above = aliased(BodyRow)
        steps = steps.union_all(
            select(above.hash, steps.c.step + 1)
            .join(steps, col(above.base_hash) == steps.c.hash)
            # Nothing farther than this has any of them in its prefix.
            .where(steps.c.step <= JOINED)
        )
        found = self._session.execute(columns(steps.c.hash).distinct()).scalars()
        return sorted(set(found) - set(hashes))

    def _remember(self, bodies: Mapping[str, bytes]) -> None:
        for body_hash, body in bodies.items():
            self._unpacked[body_hash] = body
            self._unpacked.move_to_end(body_hash)
        while len(self._unpacked) > _KEPT:
            self._unpacked.popitem(last=False)


def _unpack(chain: Sequence[Link], at: int, unpacked: dict[str, bytes]) -> bytes:
    """Return the body of a link of a chain; all that it took is left in `unpacked`."""
    link = chain[at]
    if link.hash not in unpacked:
        prefix = None
        if link.base_hash is not None:
            if len(chain) <= at + link.joined:
                raise StoreError(f"The stored body {link.hash} rests on one that is gone")
            below = range(at + link.joined, at, -1)
            prefix = b"".join([_unpack(chain, one, unpacked) for one in below])
        unpacked[link.hash] = decompress(link.frame, prefix, link.size)
    return unpacked[link.hash]
