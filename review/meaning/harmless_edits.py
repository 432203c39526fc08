"""Edits that change the wording and not the meaning, each recognised by its words.

A rule says what it recognises in its note. An edit that no rule knows is taken for a
change of terms: missing one is worse than reading one in vain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from domain.change import Significance
from review.meaning import (
    artefacts,
    harmless_addresses,
    misspellings,
    references,
    version_marks,
)
from review.meaning.address import address
from review.meaning.edits import (
    SMALL_AND_TELLING,
    Edit,
    Judgement,
    directed,
    exchanges_small_words,
    weighty,
)
from review.words.light_words import LIGHT
from review.words.regions import regions
from review.words.synonyms import ALIKE
from review.words.wording import Word, folded

_EDITORIAL = Significance.EDITORIAL


def harmless(edit: Edit) -> Judgement | None:
    """Return what an edit means when it changes no term, else None."""
    for rule in _RULES:
        if judgement := rule(edit):
            return judgement
    return None


_POINTER = re.compile(
    r"(?:^|[.!?]\s+|[(,]\s*)(?:please\s)?(?:(?:see|visit|read|check)\s(?:our|the|this|these|here|more"
    r"|also|how|(?-i:[A-Z\"])|https?|www)|refer to|learn more|find out more"
    r"|for (?:more|further|additional) (?:information|details)|more (?:information|details)"
    r"|weitere informationen|mehr (?:erfahren|informationen|dazu)|siehe|lesen sie"
    r"|pour en savoir plus|en savoir plus|pour plus d'informations|voir|consultez)\b[^.!?|,;:]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:please )?(?:(?:for|to find) (?:more|further|additional) (?:information|details) )?"
    r"(?:please )?(?:see(?: also)?|refer to|visit|read|consult|check(?: out)?|learn more in)"
    r"|(?:weitere informationen finden sie (?:in|unter)|mehr dazu (?:in|unter)|siehe(?: auch)?)"
    r"|(?:pour (?:en savoir plus|plus d'informations) )?(?:voir|consultez)"
)
_FAR = 40  # words of a sentence before an edit in which a pointer may begin
_FEW = 8


def _pointer(edit: Edit) -> Judgement | None:
    """Other words for where there is more to read."""
    if _begins_a_sentence(edit) and all(
        _OPENING.fullmatch(" ".join(word.key.lower() for word in side)) for side in edit.sides
    ):
        return _EDITORIAL, "only a pointer to further reading changed"
    if not edit.words or len(edit.words) > _FEW or any(map(weighty, edit.words)):
        return None
    start = edit.before[-_FAR:][0].start if edit.before else 0
    end = edit.before[-1].end if edit.before else 0
    if _POINTER.search(edit.text[start:end] + " "):
        return _EDITORIAL, "only a pointer to further reading changed"
    return None


def _begins_a_sentence(edit: Edit) -> bool:
    return not edit.before or bool(_STOPS.match(edit.text, edit.before[-1].end))


_STOPS = re.compile(r"[\"'”)]*[.!?(;:]")


def _identifier(edit: Edit) -> Judgement | None:
    """Names in examples of documentation: variables, checksums, versions of models."""
    if edit.kind != "docs" or not edit.words:
        return None
    versions = len(edit.went) == len(edit.came) and all(
        came.key.startswith(f"{went.key}-") for went, came in zip(edit.went, edit.came, strict=True)
    )
    if versions or all(is_identifier(word.key) for word in edit.words):
        return _EDITORIAL, "only an identifier in the documentation changed"
    return None


_CODE_WORD = re.compile(
    r"(?=.*[\d_])(?=.*[a-z])[a-z0-9]+(?:[-_./:][a-z0-9]+)+|[0-9a-f]{16,}|[A-Z]+(?:_[A-Z0-9]+)+"
)


def is_identifier(key: str) -> bool:
    """Tell whether a word is a name for machines: a variable, a checksum, a version.

    The region of a cloud is none: it says where something runs.
    """
    return bool(_CODE_WORD.fullmatch(key)) and not regions([key])


def _light(edit: Edit) -> Judgement | None:
    """Articles, pronouns of things and the like came or went."""
    small = all(word.key.lower() in LIGHT for word in edit.words)
    if small and not exchanges_small_words(edit.went, edit.came):
        return _EDITORIAL, "only small words changed"
    return None


def _alike(edit: Edit) -> Judgement | None:
    """Other words that say the same."""
    went, came = (_meanings(side) for side in (edit.went, edit.came))
    if went == came and _roles(edit.went, edit.came) == _roles(edit.came, edit.went):
        return _EDITORIAL, "reworded with the same meaning"
    return None


def _initials(edit: Edit) -> Judgement | None:
    """An abbreviation in the place of the name that it stands for, or set behind it."""
    short, long = sorted(edit.sides, key=len)
    if not short and len(long) == 1:
        short, long = long, edit.before[-len(long[0].key) :]
    if len(short) != 1 or not _ABBREVIATION.fullmatch(short[0].key):
        return None
    said = [word for word in long if word.key.lower() not in LIGHT]
    if any(map(directed, (*short, *long))):
        return None
    if (edit.went and edit.came) and not all(word.key[0].isupper() for word in said):
        return None
    if "".join(word.key[0] for word in said).upper() == short[0].key:
        return _EDITORIAL, "only an abbreviation was written out"
    return None


# Of two letters too many words begin with: "AI" is no "authorised individual".
_ABBREVIATION = re.compile(r"[A-Z]{3,6}")


def _roles(words: Sequence[Word], others: Sequence[Word]) -> list[str]:
    """Return, in order, who, where and what bounds it, as far as the others say so too."""
    said = {word.key.lower(): word.key[0].isupper() for word in others}
    telling = (
        word
        for word in words
        if directed(word) or (word.key[0].isupper() and said.get(word.key.lower()))
    )
    return [key for word in telling if (key := word.key.lower()) in said]


def _meanings(words: Sequence[Word]) -> list[str]:
    """Return what words say, each known phrase as the one that stands for its like.

    The phrases are read in their order; what one says can begin a later one.
    """
    text = " ".join(folded(word.key) for word in words)
    known = set(_PARTS.findall(text))
    waiting = [place for part in known for place in _BEGINNING_WITH.get(part, ())]
    heapify(waiting)
    while waiting:
        place = heappop(waiting)
        phrase, meaning = _PHRASES[place]
        if phrase not in text:
            continue
        text = re.sub(rf"\b{re.escape(phrase)}\b", meaning, text)
        for part in set(_PARTS.findall(meaning)) - known:
            known.add(part)
            for later in _BEGINNING_WITH.get(part, ()):
                if later > place:
                    heappush(waiting, later)
    return [part for part in text.split() if part not in _SAYING_NOTHING]


_SAYING_NOTHING = LIGHT - SMALL_AND_TELLING
_PARTS = re.compile(r"\w+")
_PHRASES = list(ALIKE.items())
_BEGINNING_WITH: dict[str, list[int]] = {}
for _place, (_phrase, _) in enumerate(_PHRASES):
    _BEGINNING_WITH.setdefault(_PARTS.findall(_phrase)[0], []).append(_place)


_RULES: tuple[Callable[[Edit], Judgement | None], ...] = (
    artefacts.same_date,
    artefacts.same_number,
    artefacts.hidden_mail,
    artefacts.counter,
    artefacts.language_choice,
    artefacts.callout,
    artefacts.tick,
    artefacts.flag,
    artefacts.parted_otherwise,
    misspellings.spelling,
    version_marks.date,
    version_marks.number,
    references.reference,
    harmless_addresses.link,
    harmless_addresses.postal,
    harmless_addresses.phone,
    address,
    misspellings.doubled,
    _light,
    misspellings.typo,
    _alike,
    _initials,
    harmless_addresses.legal_form,
    _identifier,
    _pointer,
)
