"""Rows that pressing replaces: the union of all pages of a list is kept.

Pressing "load more" appends rows; pressing "next page" replaces them. So the rows are
noted before and after every press, and at the end each list that was replaced is given
all rows seen, in the order in which they first appeared. One that only grew is left
untouched.

The rows of a table are those of a body (`tbody`, `role=rowgroup`). Anything else counts
as a list if its children are of one kind, or of two in turns (a term and its meaning),
are built alike, and if a press replaced most of them. Where lists lie within one another,
the outermost that was replaced as a whole is the one: cards are then kept whole, and the
parts of a page around a list are no list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.async_api import Error, Page
from pydantic import TypeAdapter

MOST_KINDS = 2
LEAST_ROWS = 2
SOME_ROWS = 4
MOST_LETTERS = 400_000
"""Letters of markup that a list may have: beyond, it is the page rather than a list."""

_IS_TABLE = "node.matches('tbody, [role=rowgroup]')"
# A place is said by the way from the body: the nodes may be others after a press.
_LISTS = f"""([known, mostKinds, leastRows, mostLetters]) => {{
  const found = [], places = new Set(known);
  const alike = rows => {{
    const tagsIn = row => Array.from(row.querySelectorAll('*'), one => one.tagName);
    const sets = rows.map(row => new Set(tagsIn(row)));
    const all = new Set(sets.flatMap(set => [...set]));
    const common = [...all].filter(tag => sets.every(set => set.has(tag)));
    return common.length * 2 >= all.size;
  }};
  const look = (node, place) => {{
    const rows = Array.from(node.children), tags = rows.map(row => row.tagName);
    const kinds = new Set(tags);
    const repeated = kinds.size <= mostKinds
      && [...kinds].every(kind => tags.filter(tag => tag === kind).length >= leastRows)
      && [...kinds].every(kind => alike(rows.filter(row => row.tagName === kind)));
    const isTable = {_IS_TABLE};
    if (isTable || places.has(place)
        || (repeated && rows.length && node.innerHTML.length <= mostLetters)) {{
      found.push({{place, is_table: isTable,
        rows: rows.map(row => ({{text: row.textContent.trim(), markup: row.outerHTML}}))}});
    }}
    const seen = {{}};
    rows.forEach(row => {{
      const number = seen[row.tagName] = (seen[row.tagName] ?? 0) + 1;
      look(row, place + '/' + row.tagName + number);
    }});
  }};
  if (document.body) look(document.body, '');
  return found;
}}"""
_WRITE = """wanted => wanted.forEach(([place, markup]) => {
  let node = document.body;
  for (const step of place.split('/').slice(1)) {
    const [, tag, number] = step.match(/^(.*?)([0-9]+)$/);
    node = node && Array.from(node.children).filter(row => row.tagName === tag)[number - 1];
  }
  if (node && markup.length > node.children.length) node.innerHTML = markup.join('');
})"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: its text, and the markup to write it back with."""

    text: str
    markup: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it stands at a moment."""

    place: str
    is_table: bool
    rows: tuple[Row, ...]


_listings = TypeAdapter(tuple[Listing, ...])


@dataclass
class Pages:
    """What was seen of the lists of a page in the browser, press by press."""

    _now: Mapping[str, Listing] = field(default_factory=dict)
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _replaced: set[str] = field(default_factory=set)

    async def note(self, page: Page) -> None:
        """Note what the lists hold now."""
        try:
            limits = (MOST_KINDS, LEAST_ROWS, MOST_LETTERS)
            seen = await page.evaluate(_LISTS, [list(self._rows), *limits])
        except Error:  # the page went on to another one while it was asked
            return
        listings = {one.place: one for one in _listings.validate_python(seen)}
        for place, listing in listings.items():
            before = self._now.get(place)
            replaced = before is not None and is_replaced(before, listing)
            if replaced or listing.is_table:
                self._replaced.add(place)
            known = self._rows.get(place, [])
            self._rows[place] = joined(known, listing, replaced=replaced)
        self._now = listings

    async def write_back(self, page: Page) -> None:
        """Give each list that was replaced all of its rows."""
        wanted = [
            [place, [row.markup for row in self._rows[place]]]
            for place in outermost(self._replaced)
        ]
        await page.evaluate(_WRITE, wanted)


def is_replaced(before: Listing, after: Listing) -> bool:
    """Tell whether most rows of a list are gone, and others have come for them.

    Half of them are enough where there are some: a cell may say the same on each page.
    """
    texts, stay = {row.text for row in before.rows}, {row.text for row in after.rows}
    gone = len(texts - stay)
    enough = len(texts) / 2 if len(texts) >= SOME_ROWS else (len(texts) + 1) / 2
    return bool(after.rows) and gone >= enough


def joined(known: list[Row], listing: Listing, *, replaced: bool) -> list[Row]:
    """Add the rows of a list to those known of it.

    Rows of the same text count once. Only where another page took the place of a list
    that is no table, all of that page counts: "Germany" may be a cell of its own there.
    """
    texts = {row.text for row in known}
    new = {row.text: row for row in reversed(listing.rows) if row.text not in texts}
    if new and replaced and not listing.is_table:
        return [*known, *listing.rows]
    if not known and not listing.is_table:
        return list(listing.rows)
    return [*known, *reversed(new.values())]


def outermost(places: set[str]) -> list[str]:
    """Return the places that lie in no other one of them."""
    return sorted(
        place
        for place in places
        if not any(place != other and place.startswith(f"{other}/") for other in places)
    )
