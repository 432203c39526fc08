"""Changes of wording in our own words: what each has to raise, and what must stay silent.

`must` are the criteria that have to be flagged, `silent` those that must not be; the
others may go either way. The sentences are those that policies, agreements and
documentation of software as a service use; none is taken from a page (they are in
`wordings.yaml`, by language, and those that concern no rating). They stand beside
the labelled changes when weights are fitted: few of those speak of hosting or hybrids,
and none is in French, Chinese or Japanese.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from domain.document import Block, BlockKind, Document


@dataclass(frozen=True)
class Wording:
    """One changed paragraph ("" where it did not exist) and what it has to raise."""

    name: str
    kind: str
    before: str
    after: str
    must: frozenset[str]
    silent: frozenset[str]
    heading: str = ""

    def document(self, text: str) -> Document:
        """Return a page with a paragraph (or row of a table) among others that stay."""
        heading = Block(BlockKind.HEADING, self.heading or "Details", level=2)
        first = Block(BlockKind.PARAGRAPH, "This page describes the service and how it works.")
        last = Block(BlockKind.PARAGRAPH, "Write to us if anything on this page is unclear.")
        cells = tuple(text.split(" | ")) if " | " in text else ()
        kind = BlockKind.TABLE_ROW if cells else BlockKind.PARAGRAPH
        changed = (Block(kind, text, cells=cells),) if text else ()
        return Document((heading, first, *changed, last))


ALL = frozenset(
    {
        "on_prem",
        "private_cloud",
        "eu_saas",
        "hybrid",
        "dpa",
        "no_training",
        "open_source",
        "gdpr",
    }
)


def wording(  # noqa: PLR0913, PLR0917 - the columns of a table
    name: str,
    kind: str,
    before: str,
    after: str,
    must: str = "",
    silent: str = "",
    heading: str = "",
) -> Wording:
    """Return a wording whose sets of criteria are written as words; "all" names every one."""
    quiet = ALL if silent == "all" else frozenset(silent.split())
    return Wording(name, kind, before, after, frozenset(must.split()), quiet, heading)


def read_wordings(file: Path) -> dict[str, tuple[Wording, ...]]:
    """Return the wordings of a file by section."""
    text = file.read_text(encoding="utf-8")
    return {
        section: tuple(wording(**{"before": "", "after": "", **row}) for row in rows)
        for section, rows in yaml.safe_load(text).items()
    }


_BY_SECTION = read_wordings(Path(__file__).with_suffix(".yaml"))
ENGLISH = _BY_SECTION["english"]
GERMAN = _BY_SECTION["german"]
FRENCH = _BY_SECTION["french"]
CHINESE_AND_JAPANESE = _BY_SECTION["chinese and japanese"]
SILENT = _BY_SECTION["silent"]
WORDINGS = (*ENGLISH, *GERMAN, *FRENCH, *CHINESE_AND_JAPANESE, *SILENT)
