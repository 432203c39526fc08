"""The rules across values of a watchlist: does everything that is named exist, once?"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from cssselect import HTMLTranslator, SelectorError
from cssselect import parse as parse_selector

from clausewatch.messages.naming import nearest, shown
from clausewatch.watchlist.address import address_fault, same_page
from clausewatch.watchlist.fault import Complaint, KeyPath, written_path
from clausewatch.watchlist.languages import LANGUAGE_CODES
from clausewatch.watchlist.people import people_are_told_in_one_way
from clausewatch.watchlist.walk import Entry
from domain.sentence import LANGUAGES
from review.words.folding import folded_text

# Anything else is refused by its shape.
_LOOKS_LIKE_A_CODE = re.compile(r"^[a-z]{2}$")

_SOURCES_NAMED = 20  # a watchlist may have hundreds

Rule = Callable[[Entry], Iterator[Complaint]]


def ids_are_unique(top: Entry) -> Iterator[Complaint]:
    """No two tools, sources or criteria share an id."""
    for where, key in (("tools", "id"), ("sources", "id"), ("criteria", "key")):
        named = ((entry.at(key), entry.text(key)) for entry in top.entries(where))
        yield from _repeated(named, f"{key} {{}} is taken by {{}}")


def nothing_is_listed_twice(top: Entry) -> Iterator[Complaint]:
    """No source, editor or criterion stands twice in the same list of a tool."""
    for tool in top.entries("tools"):
        yield from _repeated(tool.texts("sources"), "source {} is already listed in {}")
        rated = (
            (entry.at("criterion"), entry.text("criterion")) for entry in tool.entries("ratings")
        )
        yield from _repeated(rated, "criterion {} is already rated in {}")
        yield from _people_twice(tool, "editors")
    yield from _people_twice(top, "editors")
    yield from _people_twice(top, "keepers")


def addresses_are_sound(top: Entry) -> Iterator[Complaint]:
    """Every address can be fetched."""
    for entry, key in _addresses(top):
        url = entry.text(key)
        fault = address_fault(url)
        if key in entry.values and fault and not (key == "page" and not url):
            yield Complaint(entry.at(key), f"{shown(url)} {fault}", url)


def addresses_are_unique(top: Entry) -> Iterator[Complaint]:
    """No page is watched under two ids."""
    first: dict[str, Entry] = {}
    for source in top.entries("sources"):
        url = source.text("url")
        if address_fault(url):
            continue
        before = first.setdefault(same_page(url), source)
        if before is not source:
            place = f"{written_path(before.path)} (id {shown(before.text('id'))})"
            yield Complaint(source.at("url"), f"{shown(url)} is the same page as {place}", url)


def citations_are_known(top: Entry) -> Iterator[Complaint]:
    """Tools and evidence cite sources that the file has."""
    known = {source.text("id") for source in top.entries("sources")} - {""}
    for path, cited in citations(top):
        if cited not in known:
            meant = nearest(cited, sorted(known))
            allowed = () if meant else tuple(sorted(known)[:_SOURCES_NAMED])
            yield Complaint(path, f"unknown source {shown(cited)}", cited, allowed, meant)


def selectors_are_sound(top: Entry) -> Iterator[Complaint]:
    """What the extraction and the browser are told to look for can be looked for."""
    translator = HTMLTranslator()
    for source in top.entries("sources"):
        for key in ("select", "remove", "expand"):
            # A browser knows pseudo-classes that say nothing about a saved page.
            check = parse_selector if key == "expand" else translator.css_to_xpath
            for path, selector in source.texts(key):
                try:
                    check(selector)
                except SelectorError as error:
                    message = f"{shown(selector)} is no CSS selector: {error}"
                    yield Complaint(path, message, selector)


def languages_are_known(top: Entry) -> Iterator[Complaint]:
    """Codes of languages are those of ISO 639-1; labels speak English at least."""
    for source in top.entries("sources"):
        code = source.text("language")
        if _LOOKS_LIKE_A_CODE.match(code) and code not in LANGUAGE_CODES:
            yield Complaint(source.at("language"), f"{shown(code)} is no code of ISO 639-1", code)
    for criterion in top.entries("criteria"):
        yield from _language_keys(criterion, "label", LANGUAGES, allowed=LANGUAGES)
        yield from _language_keys(criterion, "vocabulary", LANGUAGE_CODES)
        label = criterion.values.get("label")
        if isinstance(label, dict) and "en" not in label:
            yield Complaint(criterion.at("label"), 'missing key "en": the English label')


def texts_say_something(top: Entry) -> Iterator[Complaint]:
    """A name, a meaning, a phrase is more than spaces and signs."""
    for tool in top.entries("tools"):
        yield from _blank(tool, "name")
        for rating in tool.entries("ratings"):
            for evidence in rating.entries("evidence"):
                yield from _blank(evidence, "phrase", least=folded_text)
    for criterion in top.entries("criteria"):
        yield from _blank(criterion, "meaning")
        yield from _wordless(criterion)


def criteria_are_known(top: Entry, known: Collection[str]) -> Iterator[Complaint]:
    """Ratings are on criteria that the file or Clausewatch defines."""
    for tool in top.entries("tools"):
        for rating in tool.entries("ratings"):
            key = rating.text("criterion")
            if key and key not in known:
                yield Complaint(
                    rating.at("criterion"),
                    f"unknown criterion {shown(key)}",
                    key,
                    tuple(sorted(known)),
                    nearest(key, known),
                )


def citations(top: Entry) -> Iterator[tuple[KeyPath, str]]:
    """Give every id of a source that a tool or its evidence cites, with its path."""
    for tool in top.entries("tools"):
        yield from tool.texts("sources")
        for rating in tool.entries("ratings"):
            for evidence in rating.entries("evidence"):
                if evidence.text("source"):
                    yield evidence.at("source"), evidence.text("source")


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    nothing_is_listed_twice,
    addresses_are_sound,
    addresses_are_unique,
    citations_are_known,
    selectors_are_sound,
    languages_are_known,
    texts_say_something,
    people_are_told_in_one_way,
)


def _repeated(named: Iterator[tuple[KeyPath, str]], message: str) -> Iterator[Complaint]:
    """Complain of each text that stood before; the message takes it and its first place."""
    first: dict[str, KeyPath] = {}
    for path, text in named:
        before = first.setdefault(text, path)
        if text and before != path:
            yield Complaint(path, message.format(shown(text), written_path(before)), text)


def _people_twice(entry: Entry, key: str) -> Iterator[Complaint]:
    mails = ((person.at("email"), person.text("email").lower()) for person in entry.entries(key))
    yield from _repeated(mails, "{} is already listed in {}")


def _addresses(top: Entry) -> Iterator[tuple[Entry, str]]:
    for source in top.entries("sources"):
        yield source, "url"
    for tool in top.entries("tools"):
        yield tool, "page"


def _language_keys(
    entry: Entry, key: str, known: Collection[str], allowed: tuple[str, ...] = ()
) -> Iterator[Complaint]:
    by_language = entry.values.get(key)
    for code in by_language if isinstance(by_language, dict) else ():
        if code not in known:
            path = (*entry.at(key), code)
            yield Complaint(path, f"unknown language {shown(code)}", code, allowed, at_key=True)


def _blank(
    entry: Entry, key: str, *, least: Callable[[str], str] = str.strip
) -> Iterator[Complaint]:
    value = entry.values.get(key)
    if isinstance(value, str) and not least(value):
        yield Complaint(entry.at(key), f"{shown(value)} says nothing: write some words", value)


def _wordless(criterion: Entry) -> Iterator[Complaint]:
    """Complain of phrases that hold no word: they would be found everywhere."""
    vocabulary = criterion.values.get("vocabulary")
    for language, phrases in vocabulary.items() if isinstance(vocabulary, dict) else ():
        for phrase in phrases if isinstance(phrases, dict) else ():
            if not folded_text(phrase):
                path = (*criterion.at("vocabulary"), language, phrase)
                yield Complaint(path, f"{shown(phrase)} holds no word", phrase, at_key=True)
