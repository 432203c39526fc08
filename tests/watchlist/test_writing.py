"""Decisions are written into a watchlist, and every other character of it stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausewatch.watchlist import WatchlistError, load_watchlist
from clausewatch.watchlist.writing import with_edits_written, write_edits
from domain.errors import ConfigurationError
from domain.watchlist import Evidence, Status
from review.decided import RatingEdit, with_edits

HEAD = "sources: [{id: a, url: 'https://a.example/'}, {id: b, url: 'https://b.example/'}]\n"
DAY = date(2026, 8, 1)
A, B = (Evidence(source=source, phrase="no: never, they say") for source in "ab")

STYLES = {
    "dashes below their key": """\
tools:
- id: t
  name: T
  ratings:
  - criterion: dpa  # why
    status: yes
    reviewed: 2026-01-02

# the end
""",
    "dashes indented": """\
tools:
  - id: t
    name: T
    ratings:
      - reviewed: 2026-01-02
        status: 'yes'   # said so
        criterion: dpa
        rationale: |
          Two
          lines.

        evidence:
          # the first
          - source: a
            phrase: "kept as it is"
          - {source: b, phrase: other words}
      - criterion: gdpr
        status: no
""",
    "on one line": "tools: [{id: t, name: T, ratings: [{criterion: dpa, status: yes}]}]\n",
    "a rating on one line": """\
tools:
    -   id: t
        name: T
        ratings:
            -   {criterion: dpa, status: partly, reviewed: 2026-01-02,
                 evidence: [{source: a, phrase: gone soon}]}
            -   {criterion: gdpr, status: no}  # both
""",
    "no newline at the end": (
        "tools:\n- id: t\n  name: T\n  ratings:\n  - criterion: dpa\n    status: yes"
    ),
}
EDITS = {
    "status": RatingEdit("t", "dpa", status=Status.NO),
    "reviewed": RatingEdit("t", "dpa", reviewed=DAY),
    "a short rationale": RatingEdit("t", "dpa", rationale='It\'s "new": yes # no'),
    "a long rationale": RatingEdit(
        "t", "dpa", rationale="It says so in many words. " * 12 + "End."
    ),
    "a rationale of lines": RatingEdit("t", "dpa", rationale="one\n\n  two " + "x" * 100),
    "no rationale": RatingEdit("t", "dpa", rationale=""),
    "taken back": RatingEdit("t", "dpa", status=Status.NO, rationale="", unreviewed=True),
    "new evidence": RatingEdit("t", "dpa", evidence=(A, B)),
    "no evidence": RatingEdit("t", "dpa", evidence=()),
    "everything": RatingEdit("t", "dpa", DAY, Status.PARTLY, "no", (B,)),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_the_file_says_what_was_decided_and_keeps_its_comments(
    tmp_path: Path, style: str, edit: RatingEdit
) -> None:
    """However the file is written; what cannot be done safely would be refused."""
    file = tmp_path / "watchlist.yaml"
    file.write_text(HEAD + style, encoding="utf-8")
    wanted = with_edits(load_watchlist(file), [edit])
    write_edits(file, [edit])
    found, asked = (one.tools[0].rating("dpa") for one in (load_watchlist(file), wanted))
    assert found is not None
    assert asked is not None
    assert found.model_copy(update={"evidence": ()}) == asked.model_copy(update={"evidence": ()})
    assert set(found.evidence) == set(asked.evidence)
    written = file.read_text(encoding="utf-8")
    kept = [line.partition("#")[2] for line in style.splitlines() if "#" in line]
    assert all(
        comment in written for comment in kept if comment != " the first" or edit.evidence is None
    )
    assert written.startswith(HEAD)


def test_without_edits_not_a_character_changes() -> None:
    """Nor does the text of another rating."""
    for style in STYLES.values():
        assert with_edits_written(HEAD + style, []) == HEAD + style
        assert with_edits_written(HEAD + style, [RatingEdit("t", "x", DAY)]) == HEAD + style


def test_a_rating_that_others_share_by_an_alias_is_not_written(tmp_path: Path) -> None:
    """Writing it would change what nobody decided; the file stays as it is."""
    text = HEAD + (
        "tools:\n"
        "- {id: t, name: T, ratings: [&r {criterion: dpa, status: yes}]}\n"
        "- {id: u, name: U, ratings: [*r]}\n"
    )
    file = tmp_path / "watchlist.yaml"
    file.write_text(text)
    with pytest.raises(ConfigurationError, match="an alias that ratings share"):
        write_edits(file, [RatingEdit("t", "dpa", status=Status.NO)])
    assert file.read_text() == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_with_faults_is_not_written(tmp_path: Path) -> None:
    """First it is mended."""
    file = tmp_path / "watchlist.yaml"
    file.write_text("tools: [{id: t}]\n")
    with pytest.raises(WatchlistError):
        write_edits(file, [RatingEdit("t", "dpa", status=Status.NO)])
    assert file.read_text() == "tools: [{id: t}]\n"
