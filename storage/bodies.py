"""Raw bodies as zstandard frames, each against an earlier body of the same source.

Two captures of a page differ in a few tokens, so nearly all of a body is a copy of
the one before: compressed with that as raw prefix it takes a few hundred bytes. A
full frame at intervals bounds what has to be unpacked to read one.
"""

from __future__ import annotations

import hashlib
import sys
from collections import OrderedDict
from dataclasses import dataclass

from sqlalchemy import literal
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from domain.errors import NotFoundError, StoreError
from storage.tables import BodyRow, CaptureRow

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 19
CHAIN = 50  # every so many frames one stands alone
_WINDOW = (10, 27)  # the bounds of zstandard for a window that every reader accepts
_SHORTEST_PREFIX = 8  # what zstandard takes as a dictionary
_SURELY_SMALLER = 30  # no page shrinks so much by itself: a full frame need not be tried
_KEPT = 4  # unpacked bodies kept at hand: the chain of one source, read in order


@dataclass(frozen=True, slots=True)
class Frame:
    """A compressed body; `is_delta` when it needs the bytes it was made against."""

    data: bytes
    is_delta: bool


def compress(body: bytes, base: bytes | None) -> Frame:
    """Compress a body, against `base` where there is one and it pays."""
    delta = None
    if base is not None and len(base) >= _SHORTEST_PREFIX:
        delta = zstd.compress(
            body,
            options=_options(len(body) + len(base)),
            zstd_dict=zstd.ZstdDict(base, is_raw=True).as_prefix,
        )
        if len(delta) * _SURELY_SMALLER < len(body):
            return Frame(delta, is_delta=True)
    alone = zstd.compress(body, options=_options(len(body)))
    if delta is not None and len(delta) < len(alone):
        return Frame(delta, is_delta=True)
    return Frame(alone, is_delta=False)


def decompress(data: bytes, base: bytes | None, size: int) -> bytes:
    """Return the body of a frame; StoreError when it is not a frame of `size` bytes."""
    prefix = None if base is None else zstd.ZstdDict(base, is_raw=True).as_prefix
    reader = zstd.ZstdDecompressor(
        zstd_dict=prefix, options={zstd.DecompressionParameter.window_log_max: _WINDOW[1]}
    )
    try:
        body = reader.decompress(data, max_length=size + 1)
    except zstd.ZstdError as error:
        raise StoreError(f"A stored body cannot be unpacked ({error})") from error
    if len(body) != size:
        raise StoreError(f"A stored body has {len(body)} bytes or more instead of {size}")
    return body


def _options(reach: int) -> dict[int, int]:
    """Return the options for a window that reaches over base and body."""
    window = max(_WINDOW[0], min(_WINDOW[1], reach.bit_length()))
    return {
        zstd.CompressionParameter.compression_level: LEVEL,
        zstd.CompressionParameter.window_log: window,
    }


class Bodies:
    """The bodies of a store, seen through one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._unpacked: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, source_id: str, body: bytes, body_hash: str) -> None:
        """Store a body, unless it is stored already."""
        if self._session.get(BodyRow, body_hash) is not None:
            return
        tried = [(compress(body, self.read(base.hash)), base) for base in self._bases(source_id)]
        frame, base = min(tried, key=_length) if tried else (compress(body, None), None)
        if not frame.is_delta:
            base = None
        self._session.add(
            BodyRow(
                hash=body_hash,
                size=len(body),
                frame=frame.data,
                base_hash=None if base is None else base.hash,
                depth=0 if base is None else base.depth + 1,
            )
        )
        self._session.flush()
        self._remember(body_hash, body)

    def read(self, body_hash: str) -> bytes:
        """Return the bytes of a body; StoreError when they no longer have its hash."""
        chain = self._chain(body_hash)
        body = self._unpacked.get(chain[-1].base_hash or "")
        for row in reversed(chain):
            body = decompress(row.frame, body, row.size)
        if body is None or hashlib.sha256(body).hexdigest() != body_hash:
            raise StoreError(
                f"The stored body {body_hash} no longer has its hash: the file of the "
                "store is damaged. Restore it from a backup; `clausewatch verify` lists "
                "all that is damaged."
            )
        self._remember(body_hash, body)
        return body

    def _chain(self, body_hash: str) -> list[BodyRow]:
        """Return the frames from `body_hash` down to one whose base is at hand or not needed."""
        row = self._session.get(BodyRow, body_hash)
        if row is None:
            raise NotFoundError(f"There is no stored body {body_hash}")
        if row.base_hash is None or row.base_hash in self._unpacked:
            return [row]
        return [row, *self._session.exec(_frames_below(row.base_hash))]

    def _bases(self, source_id: str) -> list[BodyRow]:
        """Return the bodies that are worth compressing against, those of full chains left out.

        That is the source's last body, and the last that showed a version where it is
        another one: after a block page the document is still near the document.
        """
        bodies = (
            select(BodyRow)
            .join(CaptureRow, col(CaptureRow.body_hash) == col(BodyRow.hash))
            .where(CaptureRow.source_id == source_id)
            .order_by(col(CaptureRow.id).desc())
            .limit(1)
        )
        last = self._session.exec(bodies).first()
        good = self._session.exec(bodies.where(col(CaptureRow.version_id).is_not(None))).first()
        found = {row.hash: row for row in (last, good) if row is not None}
        return [row for row in found.values() if row.depth + 1 < CHAIN]

    def _remember(self, body_hash: str, body: bytes) -> None:
        self._unpacked[body_hash] = body
        self._unpacked.move_to_end(body_hash)
        while len(self._unpacked) > _KEPT:
            self._unpacked.popitem(last=False)


def _length(tried: tuple[Frame, BodyRow]) -> int:
    return len(tried[0].data)


def _frames_below(body_hash: str) -> SelectOfScalar[BodyRow]:
    """Select a frame and all that it rests on, in this order, in one question."""
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
    return select(BodyRow).join(steps, col(BodyRow.hash) == steps.c.hash).order_by(steps.c.step)
