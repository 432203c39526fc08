"""Which language a text is in, as an ISO 639-1 code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from py3langid.langid import (  # type: ignore[import-untyped]  # it has no types
    MODEL_FILE,
    LanguageIdentifier,
)

from domain.document import Block, BlockKind

_ENOUGH_BYTES = 60  # of UTF-8: a Chinese character says as much as a syllable
_SAMPLE_CHARACTERS = 1500
# A page that names its language is believed unless the text clearly disagrees.
_SURE = 0.6
_SURE_AGAINST_THE_PAGE = 0.8
_CODE_LENGTH = 2  # ISO 639-1; the identifier also knows languages of three letters


def language_of(blocks: Iterable[Block], declared: str = "") -> str:
    """Return the language of the blocks, "" when they are too short to tell.

    `declared` is what the page says of itself ("en-US"), which decides where the text
    leaves doubt.
    """
    declared = declared.strip().lower().replace("_", "-").partition("-")[0]
    sample = _sample(blocks)
    if len(sample.encode()) < _ENOUGH_BYTES:
        return declared if len(declared) == _CODE_LENGTH else ""
    language, confidence = _identifier().classify(sample)
    if declared and language != declared and confidence < _SURE_AGAINST_THE_PAGE:
        return declared if len(declared) == _CODE_LENGTH else ""
    return language if confidence >= _SURE and len(language) == _CODE_LENGTH else ""


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _sample(blocks: Iterable[Block]) -> str:
    """Take running text first: names in tables and headings mislead the identifier."""
    running: list[str] = []
    other: list[str] = []
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            running.append(block.text)
        elif block.kind is not BlockKind.CODE:
            other.append(block.text)
    text = " ".join(running)
    if len(text.encode()) < _ENOUGH_BYTES:
        text = " ".join([text, *other])
    return text[:_SAMPLE_CHARACTERS]
