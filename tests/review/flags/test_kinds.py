"""The kind of a document by its title."""

from __future__ import annotations

import pytest

from domain.document import Block, BlockKind, Document
from review.relevance.kinds import kind_by_title


def _titled(title: str) -> Document:
    text = Block(BlockKind.PARAGRAPH, "Text about something else.")
    return Document((Block(BlockKind.HEADING, title, level=1), text, text))


@pytest.mark.parametrize(
    ("declared", "title", "kind"),
    [
        ("other", "Our sub-processors", "subprocessors"),
        ("other", "Datenschutzerklärung", "privacy_policy"),
        ("other", "Release notes", "other"),
        ("docs", "Telemetry", "privacy_policy"),
        ("docs", "Usage tracking in the command line", "privacy_policy"),
        ("help", "Wie wir Daten löschen: Datenschutz", "privacy_policy"),
        ("docs", "テレメトリの設定", "privacy_policy"),
        ("docs", "Installing the server", "docs"),
        ("docs", "Our sub-processors", "docs"),
        ("terms", "Telemetry", "terms"),
    ],
)
def test_a_title_says_what_the_declared_kind_leaves_open(
    declared: str, title: str, kind: str
) -> None:
    """What a watchlist says plainly stands, whatever the title."""
    assert kind_by_title(declared, _titled(title)) == kind


def test_only_the_title_counts() -> None:
    """A page that links to its policy is not one, nor is a first sentence a title."""
    sentence = "This page tells how to install the server, how to start it, and how privacy is set."
    page = Document(
        (
            Block(BlockKind.HEADING, "Installing", level=1),
            Block(BlockKind.PARAGRAPH, sentence),
            Block(BlockKind.HEADING, "Privacy", level=2),
        )
    )
    assert kind_by_title("docs", page) == "docs"
