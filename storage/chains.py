"""Which frames a body rests on, and what a new one should rest on. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from storage.frames import SHORTEST_PREFIX, compress

CHAIN = 50
"""No body needs more frames than this to be read,"""
UNPACKED = 16_000_000
"""nor more bytes unpacked on the way, its own included: some ten milliseconds."""

JOINED = 4
"""So many bodies of a chain are joined as prefix where the nearest alone helps too little:
sites that serve several builds at once come back to one that is a few captures old."""
JOINED_BYTES = 3_000_000
"""No more are joined than make up so much: a second of work."""

_LITTLE_HELP = 100  # a frame longer than this part of its body: joining more may pay
_SURELY_SMALLER = 30  # no page shrinks so much by itself: a full frame need not be tried


@dataclass(frozen=True, slots=True)
class Link:
    """A stored frame. Its prefix are the `joined` bodies below it in its chain."""

    hash: str
    base_hash: str | None
    joined: int
    size: int
    frame: bytes


@dataclass(frozen=True, slots=True)
class Framed:
    """A body as it is to be stored; alone when `base_hash` is None."""

    frame: bytes
    base_hash: str | None = None
    joined: int = 0


def within_reach(chain: Sequence[Link], size: int) -> Sequence[Link]:
    """Return the part of a chain, nearest link first, that one more body may rest on.

    A chain that is full goes on from its middle: the pages of a site drift, so that an
    older body still saves most of what a full frame would take.
    """
    if _fits(chain, size, 1):
        return chain
    parts = (chain[start:] for start in range(1, len(chain)))
    return next((part for part in parts if _fits(part, size, 2)), ())


def framed(body: bytes, chains: Sequence[Sequence[Link]], read: Callable[[str], bytes]) -> Framed:
    """Return the shortest frame that a body has upon any of some chains, or alone.

    Args:
        body: what is to be stored.
        chains: what it may rest on, nearest link first.
        read: gives the bytes of a link by its hash.
    """
    tried = []
    goes_back = False
    for chain in chains:
        part = within_reach(chain, len(body))
        goes_back = goes_back or len(part) < len(chain)
        tried += _against(body, part, read)
    best = min(tried, key=_length, default=None)
    if best and not goes_back and len(best.frame) * _SURELY_SMALLER < len(body):
        return best
    alone = Framed(compress(body))
    # Old bodies help less and less: a full frame in time is what later ones go back to.
    wanted = len(alone.frame) // 2 if goes_back else len(alone.frame)
    return best if best and len(best.frame) < wanted else alone


def _against(body: bytes, chain: Sequence[Link], read: Callable[[str], bytes]) -> list[Framed]:
    """Compress a body upon a chain: against the nearest link, and more joined if need be."""
    found: list[Framed] = []
    for joined in sorted({min(1, len(chain)), _joined(chain)}):
        links = chain[:joined]
        prefix = b"".join(read(link.hash) for link in reversed(links))
        if not links or len(prefix) < SHORTEST_PREFIX:
            continue
        found.append(Framed(compress(body, prefix), links[0].hash, joined))
        if len(found[0].frame) * _LITTLE_HELP < len(body):
            break
    return found


def _joined(chain: Sequence[Link]) -> int:
    """Return how many links of a chain can be joined."""
    sizes = accumulate(link.size for link in chain[:JOINED])
    return sum(1 for size in sizes if size <= JOINED_BYTES)


def _fits(chain: Sequence[Link], size: int, share: int) -> bool:
    unpacked = size + sum(link.size for link in chain)
    return len(chain) * share < CHAIN and unpacked * share <= UNPACKED


def _length(one: Framed) -> int:
    return len(one.frame)
