"""What of a page comes and goes: told block by block, so that each is known by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from domain.document import Document
from review.words.wording import block_text, gaps, keys

MOST_BLOCKS = 400
"""More blocks than this that differ are another text, which is known as a whole."""

_DIGEST_BYTES = 8


def is_return(new: Document, base: Document, earlier: Sequence[Document]) -> bool:
    """Tell whether every difference from the base was seen before.

    A block that comes is known when an earlier version had it; a block that goes is
    known when an earlier version was without it. Looking at blocks and not at whole
    texts, a widget that comes and goes stays known while the document around it moves
    on.
    """
    if not earlier:
        return False
    new_blocks, base_blocks = block_keys(new), block_keys(base)
    before = [block_keys(document) for document in earlier]
    ever = frozenset[str]().union(*before)
    always = frozenset[str](before[0]).intersection(*before[1:])
    return (new_blocks - base_blocks) <= ever and not ((base_blocks - new_blocks) & always)


def block_keys(document: Document) -> frozenset[str]:
    """Return the wording of each block as one comparable string."""
    said = (" ".join(keys(block_text(block))) + gaps(block) for block in document.blocks)
    return frozenset(said) - {""}


def differing_blocks(new: Document, base: Document) -> frozenset[str]:
    """Return a digest of the wording of each block that only one of the two has.

    Empty where more than `MOST_BLOCKS` differ.
    """
    differing = block_keys(new) ^ block_keys(base)
    if len(differing) > MOST_BLOCKS:
        return frozenset()
    return frozenset(map(_digest, differing))


def _digest(wording: str) -> str:
    return hashlib.blake2b(wording.encode(), digest_size=_DIGEST_BYTES).hexdigest()
