"""Edits of where to write to: mailboxes, pages, postal addresses and their companies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.change import Significance
from review.meaning.edits import Edit, Judgement
from review.words.light_words import COMPANY_FORMS, LIGHT
from review.words.regions import country, regions
from review.words.wording import Word, folded

_EDITORIAL = Significance.EDITORIAL


_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|(?:[\w-]+\.)+(?:[a-z]{2,10})(?:/\S*)?", re.IGNORECASE
)


def link(edit: Edit) -> Judgement | None:
    """Another address of a page or a mailbox."""
    addresses = all(
        _ADDRESS.fullmatch(w.key) and ("." in w.key or _OWN_MACHINE.match(w.key))
        for w in edit.words
    )
    if edit.words and addresses and not _names_other_sites(edit):
        return _EDITORIAL, "only an address of a page or a mailbox changed"
    return None


_OWN_MACHINE = re.compile(r"https?://localhost\b", re.IGNORECASE)


def _names_other_sites(edit: Edit) -> bool:
    """Tell whether bare names of sites changed: who gets something may be told by those."""
    bare = [
        all(not _TO_FOLLOW.search(word.key) for word in side) for side in (edit.went, edit.came)
    ]
    went, came = ({_SITE.findall(word.key)[-1] for word in side} for side in (edit.went, edit.came))
    return all(bare) and went != came


_TO_FOLLOW = re.compile(r"^https?:|^www\.|@|/")
_SITE = re.compile(r"[\w-]+\.[a-zA-Z]+|localhost")
_POSTAL = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|suite|floor|boulevard|blvd|lane|drive|square|p\.?o\.? box"
    r"|\w*stra(?:ß|ss)e|str\.|\w+(?:weg|gasse|allee|platz|ufer|damm)|platz|rue|place|quai|quay|cedex"
    r"|postfach|via|viale|corso|piazza|calle|plaza|paseo|avenida|rua|praça|ulica|aleja"
    r"|\w+(?:gracht|straat|laan|plein|kade|singel|burgwal|vej|gade|gatan|vägen|veien|katu))\b",
    re.IGNORECASE,
)
_POSTAL_CUE = re.compile(
    r"\b(?:address|notices?|attn|contact|write to|mail to|anschrift|adresse|schreiben sie)"
    # A postcode beside its town, or a state's letters, say as much.
    r"|\b[1-9]\d{4}\b\s+[A-ZÄÖÜÉ]|\b[A-Z]{2}\s+\d{5}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b"
    r"|\b\d{4}\s?[A-Z]{2}\b",
    re.IGNORECASE,
)


def postal(edit: Edit) -> Judgement | None:
    """Another street or house number in an address for letters."""
    staying = {word.key for word in edit.went} & {word.key for word in edit.came}
    changed = [word for word in edit.words if word.key not in staying]
    if not all(_is_of_an_address(word.key) for word in changed):
        return None
    near = " ".join(word.key for word in (*edit.before[-_LINE:], *edit.words, *edit.after[:_LINE]))
    if not (_POSTAL.search(near) and _POSTAL.search(edit.text) and _POSTAL_CUE.search(edit.text)):
        return None
    forms = any(word.key.lower() in _FORMS for word in (*changed, *edit.after[:2]))
    if not forms and _countries(edit, edit.went) == _countries(edit, edit.came):
        return _EDITORIAL, "only a postal address changed"
    return None


_FORMS = COMPANY_FORMS - {"co", "as"}


def _countries(edit: Edit, words: Sequence[Word]) -> set[str]:
    """Return the countries of an address with some words at the place of the edit."""
    address = [*edit.before[-_LINE:], *words, *edit.after[:_LINE]]
    countries = {country(code) for code, _ in regions([word.key for word in address])}
    return countries | ({"US"} if _STATE.search(" ".join(w.key for w in address)) else set())


_LINE = 8  # words of an address on each side of an edit
_STATE = re.compile(r"\b[A-Z]{2} \d{5}\b")  # of the United States, with its postcode
_PHONE = re.compile(r"(?:\+|\(|\b0|\b\d{3}[-. ])\d[\d\s()./-]{5,}\d")
_PHONE_PART = re.compile(r"\d+(?:[-./]\d+)*")


def phone(edit: Edit) -> Judgement | None:
    """Another number to call."""
    if not edit.came or not all(_PHONE_PART.fullmatch(word.key) for word in edit.words):
        return None
    start, end = edit.came[0].start, edit.came[-1].end
    if any(
        at.start() <= start and end <= at.end() and _is_to_call(edit.text, at)
        for at in _PHONE.finditer(edit.text)
    ):
        return _EDITORIAL, "only a telephone number changed"
    return None


def _is_to_call(text: str, number: re.Match[str]) -> bool:
    return text[number.start()] == "+" or bool(_CALL.search(text[: number.start()]))


_CALL = re.compile(
    r"\b(?:tel|phone|telephone|telefon\w*|t[ée]l[ée]phone|call|ring|dial|fax|mobile|hotline|anruf\w*"
    r"|rufen|appel\w*)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)


def _is_of_an_address(key: str) -> bool:
    if key[0].isdigit() and " " in key:  # "14 days"
        return False
    if key[0].isdigit() or key[0].isupper() or folded(key) in LIGHT:
        return True
    return bool(_ADDRESS.fullmatch(key)) and "." in key


def legal_form(edit: Edit) -> Judgement | None:
    """The same company under another legal form, where only letters to it are spoken of.

    A name that only gained or lost its form, "Acme" and "Acme Inc.", is the same anywhere.
    """
    if bool(edit.went) is not bool(edit.came) and _only_completes_a_name(edit):
        return _EDITORIAL, "only the legal form of a company changed"
    near = " ".join(word.key for word in (*edit.before[-20:], *edit.after[:12]))
    forms = edit.went and edit.came and all(_is_form(word.key) for word in edit.words)
    if forms and _POSTAL_CUE.search(near) and _POSTAL.search(near):
        return _EDITORIAL, "only the legal form of a company changed"
    return None


def _only_completes_a_name(edit: Edit) -> bool:
    named = bool(edit.before) and edit.before[-1].key[0].isupper()
    return named and all(
        _is_form(word.key)
        and word.key.lower() not in _ALSO_WORDS
        and (word.key[0].isupper() or word.key == "publ")
        for word in edit.words
    )


# "Access Limited to staff", "Denver CO.": what is a form of companies and much else.
_ALSO_WORDS = frozenset({"limited", "company", "co", "as", "se", "sa", "ag"})


def _is_form(key: str) -> bool:
    return key.lower() in COMPANY_FORMS or key.lower().replace(".", "") in COMPANY_FORMS
