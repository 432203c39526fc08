"""Words as they are spoken: contractions apart, "us" as "we", names told from other words."""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

import re
from collections.abc import Iterator

from review.comparing.differences import Side
from review.words.light_words import LIGHT, PAST
from review.words.synonyms import ALIKE
from review.words.wording import folded

# What ends a clause.
CLAUSE_END = re.compile(r"[.,;:!?()\u2013|]")
# Words that grammar asks for and no meaning hangs on.
GRAMMAR = LIGHT - PAST | frozenset(
    "and do does have has having located et und hat haben habe"
    " please simply fairly importantly kindly bitte einfach veuillez".split()
)
_SPEAKER = {"us": "we", "me": "i", "them": "they", "uns": "wir"}
POSSESSIVES = frozenset(
    "our ours your yours their theirs my mine unser unsere unseren unserer ihr ihre ihren"
    " notre nos votre vos leur leurs".split()
)
_CONTRACTIONS = {"n't": "not", "'re": "", "'ve": "", "'ll": "will", "'s": ""}
_IRREGULAR = {"can't": "can not", "cannot": "can not", "won't": "will not"}


def names_of(side: Side) -> Iterator[str]:
    """Yield what is written with a capital elsewhere than where a sentence begins."""
    for place, word in enumerate(side.words):
        if not word.key[0].isupper():
            continue
        before = side.text[side.words[place - 1].end : word.start] if place else "."
        if not CLAUSE_END.search(before):
            yield word.key.lower()


def spelt_out(key: str) -> list[str]:
    """Return a word in lower case without its contraction: "don't" as "do", "not"."""
    if key.isalpha() and key not in _IRREGULAR:
        return [_SPEAKER.get(key, key)]  # as most words
    for ending, meaning in _CONTRACTIONS.items() if "'" in key else ():
        if key.endswith(ending) and len(key) > len(ending):
            key = _IRREGULAR.get(key, f"{key.removesuffix(ending)} {meaning}")
    key = _IRREGULAR.get(key, key)
    return [_SPEAKER.get(part, part) for part in key.split()]


def plain_parts(key: str) -> list[str]:
    """Return a word as it counts: in lower case, spelt out, and by what stands for its like."""
    return [ALIKE.get(part, part) for part in map(folded, spelt_out(key.lower()))]
