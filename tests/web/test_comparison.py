"""Two versions as rows: nothing is lost, nothing stands twice, evidence is marked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.change import Edit, PassageKind, Segment
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from web.comparison import Fold, Place, rows
from web.marks import Run, marked, plain

SENTENCES = st.sampled_from(
    [f"Clause {n} says that the provider keeps record {n * 7} for you." for n in range(12)]
)
DOCUMENTS = st.lists(SENTENCES, min_size=1, max_size=12).map(
    lambda texts: Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_every_paragraph_of_the_newer_version_is_shown(old: Document, new: Document) -> None:
    """Folded or as a passage, each paragraph is on the page, and folds repeat none."""
    shown = rows(compare(old, new), old, new, ())
    folded = [line.block for row in shown if isinstance(row, Fold) for line in row.lines]
    changed = " ".join(row.passage.after for row in shown if isinstance(row, Place))
    assert len(folded) <= len(new.blocks)
    for block in new.blocks:
        assert block in folded or block.text in changed


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, DOCUMENTS)
def test_passages_are_numbered_as_their_links(old: Document, new: Document) -> None:
    """Passage N of the page is passage N of the change, in the same order."""
    change = compare(old, new)
    places = [row for row in rows(change, old, new, ()) if isinstance(row, Place)]
    assert [place.number for place in places] == list(range(1, len(change.passages) + 1))
    assert tuple(place.passage for place in places) == change.passages


def test_a_removed_paragraph_stands_where_it_was() -> None:
    """Between the neighbours that it had."""
    texts = [f"Sentence number {n} is here to stay." for n in range(6)]
    old = Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    new = Document(old.blocks[:3] + old.blocks[4:])
    before, gone, after = rows(compare(old, new), old, new, ())
    assert isinstance(before, Fold)
    assert isinstance(gone, Place)
    assert isinstance(after, Fold)
    assert gone.passage.kind is PassageKind.REMOVED
    assert [len(before.lines), len(after.lines)] == [3, 2]


def test_words_are_kept_apart_by_what_became_of_them() -> None:
    """Both versions in one text, and each by itself."""
    words = marked(
        (
            Segment(Edit.EQUAL, "We"),
            Segment(Edit.DELETE, "never"),
            Segment(Edit.INSERT, "may"),
            Segment(Edit.EQUAL, "train."),
        ),
        (),
    )
    assert [run.text for run in words.both] == ["We", "never", "may", "train."]
    assert [run.text for run in words.before] == ["We", "never", "train."]
    assert [run.text for run in words.after] == ["We", "may", "train."]


def test_evidence_is_marked_across_changed_words() -> None:
    """A phrase that the older version had is marked there, though the newer one lost a word."""
    words = marked(
        (
            Segment(Edit.EQUAL, "We do"),
            Segment(Edit.DELETE, "not"),
            Segment(Edit.EQUAL, "train our models."),
        ),
        ("do NOT train our models",),
    )
    assert " ".join(run.text for run in words.before if run.evidence) == "do not train our models."
    assert Run(Edit.DELETE, "not", evidence=True) in words.both
    assert not any(run.evidence for run in marked((Segment(Edit.EQUAL, "train"),), ("rain",)).both)


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=3))
def test_marking_loses_no_word(text: str, phrases: list[str]) -> None:
    """Whatever is looked for, the words stay and keep their order."""
    assert " ".join(run.text for run in plain(text, phrases)).split() == text.split()
