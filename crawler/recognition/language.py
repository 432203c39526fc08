"""Which languages a text is written in, block by block.

Told by script where that decides, else by function words: names of companies and
countries, of which lists of subprocessors consist, say nothing of a page's language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from crawler.recognition.vocabulary.function_words import FUNCTION_WORDS, SCRIPTS
from crawler.recognition.wording import words_of
from domain.document import BlockKind, Document

_LONG_BLOCK = 12  # words: enough to be told alone
_SCRIPT_SHARE = 0.3
_KANA_SHARE = 0.08  # Japanese mixes kana with Chinese characters
_LEAD = 1.5  # how many times the runner-up's hits a language needs
_HITS_OF_A_BLOCK = 2
_HITS_OF_SCRAPS = 3
# Addresses are in no language, though their parts look like words of one ("com" in Portuguese).
_ADDRESS = re.compile(r"(?<![\w@:/-])[\w@:/-]+(?:\.[\w/?=&#%-]+)+", re.ASCII)

# Languages that are written so much alike that one stands for the other.
_STANDS_FOR = {
    "uk": "ru", "bg": "ru", "sr": "ru", "mk": "ru", "be": "ru",
    "fa": "ar", "ur": "ar", "yi": "he", "mr": "hi", "ne": "hi",
    "no": "da", "nb": "da", "nn": "da", "ca": "es", "gl": "pt", "sk": "cs",
}  # fmt: skip


def family(language: str) -> str:
    """Return the language under which `languages_of` counts a language."""
    return _STANDS_FOR.get(language, language)


def is_told(language: str) -> bool:
    """Tell whether `languages_of` knows the language at all."""
    return family(language) in FUNCTION_WORDS or any(row[0] == family(language) for row in SCRIPTS)


def languages_of(document: Document) -> Counter[str]:
    """Return how many words were told to be of each language, most of them first.

    Blocks too short to tell are read together; what stays in doubt is not counted.
    """
    told: Counter[str] = Counter()
    scraps: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        words = words_of(_ADDRESS.sub(" ", block.text))
        if len(words) < _LONG_BLOCK:
            scraps.extend(words)
        else:
            told[_language(words, _HITS_OF_A_BLOCK)] += len(words)
    told[_language(scraps, _HITS_OF_SCRAPS)] += len(scraps)
    del told[""]
    return Counter({language: count for language, count in told.items() if count})


def _language(words: Iterable[str], hits_needed: int) -> str:
    words = list(words)
    return _by_script(words) or _by_function_words(words, hits_needed)


def _by_script(words: list[str]) -> str:
    letters = sum(len(word) for word in words)
    for language, first, last in SCRIPTS:
        count = sum(first <= letter <= last for word in words for letter in word)
        if letters and count >= letters * (_KANA_SHARE if language == "ja" else _SCRIPT_SHARE):
            return language
    return ""


def _by_function_words(words: list[str], hits_needed: int) -> str:
    hits: Counter[str] = Counter()
    for language, common in FUNCTION_WORDS.items():
        hits[language] = sum(word in common for word in words)
    (best, most), (_, second) = hits.most_common(2)
    return best if most >= hits_needed and most >= _LEAD * second else ""
