"""What holds for any two documents."""

# ruff: noqa: SIM905 - a table of words reads better as text

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from domain.change import Change, Edit, FindingKind, Passage, PassageKind, Significance
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from review.words.wording import keys, wording_hash

_WORDS = st.sampled_from(
    """
    we you the not never may must will data notes calls keep delete share train models
    Acme Northwind Inc. Ireland France 30 days 12 months opt-out except unless all only
    Daten nicht löschen données ne pas 我 们 不 数据 — “quoted” 5 % 3 May 2025
    """.split()
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=12).map(lambda parts: " ".join(parts) + ".")
_TEXTS = st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(list(BlockKind)))
    if kind is BlockKind.TABLE_ROW:
        cells = tuple(draw(st.lists(_SENTENCES, min_size=1, max_size=3)))
        return Block(kind, " | ".join(cells), cells=cells)
    return Block(kind, draw(_TEXTS), level=1 if kind is BlockKind.HEADING else 0)


_DOCUMENTS = st.lists(_blocks(), max_size=8).map(lambda blocks: Document(tuple(blocks)))
_FREE_TEXT = st.text(max_size=60).map(lambda text: " ".join(text.split()))
_ANY_DOCUMENTS = st.lists(
    st.builds(Block, st.just(BlockKind.PARAGRAPH), _FREE_TEXT), max_size=5
).map(lambda blocks: Document(tuple(blocks)))


@given(_DOCUMENTS | _ANY_DOCUMENTS)
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    """Whatever it holds, however often the same block stands in it."""
    assert compare(document, document) == Change(reason="The two versions read the same.")


@given(_DOCUMENTS, _DOCUMENTS)
def test_the_comparison_is_deterministic(old: Document, new: Document) -> None:
    """Equal input gives an equal change, to the last note."""
    assert compare(old, new) == compare(old, new)


def _page(*texts: str) -> Document:
    return Document(tuple(Block(BlockKind.HEADING, text, level=1) for text in texts))


@given(_DOCUMENTS | _ANY_DOCUMENTS, _DOCUMENTS | _ANY_DOCUMENTS)
@example(_page("we we we."), _page("we.", "30 we."))  # a number before one part of a split block
@example(_page("30. we keep notes."), _page("4. we keep calls."))
@example(_page("30. we keep notes."), _page("you we keep notes."))
@example(_page("1. Mai 2025 we keep notes."), _page("Mai 2025 we keep calls."))
def test_every_word_of_both_versions_is_in_the_segments(old: Document, new: Document) -> None:
    """A passage that lost a word would hide it from the editor."""
    for passage in compare(old, new).passages:
        assert _words(passage, Edit.DELETE) == Counter(keys(passage.before))
        assert _words(passage, Edit.INSERT) == Counter(keys(passage.after))


@given(_DOCUMENTS, _DOCUMENTS)
@example(_page("we we we we."), _page("we we.", "30 we we."))  # a split heading, numbered
def test_every_block_is_equal_or_in_exactly_one_passage(old: Document, new: Document) -> None:
    """What is in no passage reads the same in both versions."""
    change = compare(old, new)
    before = Counter(key for block in old.blocks for key in keys(block.text))
    after = Counter(key for block in new.blocks for key in keys(block.text))
    before.subtract(key for passage in change.passages for key in keys(passage.before))
    after.subtract(key for passage in change.passages for key in keys(passage.after))
    assert _mark_free(before) == _mark_free(after)
    assert min(before.values(), default=0) >= 0


_HEADINGS = _page("we we we we except.", "we we we we we.")
_CODE = Document(
    (
        Block(BlockKind.CODE, "we we we we."),
        Block(BlockKind.PARAGRAPH, "we we we we we."),
    )
)


@given(_DOCUMENTS, _DOCUMENTS)
@example(_HEADINGS, _CODE)  # either side may be no heading
def test_swapping_the_versions_swaps_what_came_and_went(old: Document, new: Document) -> None:
    """What was added one way is removed the other way; a hidden bias would show."""
    there, back = compare(old, new), compare(new, old)
    assert Counter(p.after for p in there.passages if p.kind is PassageKind.ADDED) == Counter(
        p.before for p in back.passages if p.kind is PassageKind.REMOVED
    )
    assert _regions(there, FindingKind.REGION_ADDED) == _regions(back, FindingKind.REGION_REMOVED)
    assert there.significance is back.significance


@given(st.lists(_TEXTS, min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_unrelated_blocks_does_not_matter(texts: list[str], shuffle: Random) -> None:
    """Moved and otherwise identical text is no change of wording."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    moved = list(blocks)
    shuffle.shuffle(moved)
    change = compare(Document(tuple(blocks)), Document(tuple(moved)))
    assert change.significance is Significance.NONE
    assert {passage.kind for passage in change.passages} <= {PassageKind.MOVED}


@given(_DOCUMENTS, _DOCUMENTS)
def test_the_same_hash_means_no_difference(old: Document, new: Document) -> None:
    """Versions that are stored once must not have anything to compare."""
    if wording_hash(old) == wording_hash(new):
        assert compare(old, new).significance is Significance.NONE


@given(_ANY_DOCUMENTS, _ANY_DOCUMENTS)
def test_a_difference_means_another_hash(old: Document, new: Document) -> None:
    """A change that the hash does not see would never be compared."""
    if compare(old, new).passages:
        assert wording_hash(old) != wording_hash(new)


def _words(passage: Passage, edit: Edit) -> Counter[str]:
    runs = [run.text for run in passage.segments if run.edit in (Edit.EQUAL, edit)]
    return Counter(key for run in runs for key in keys(run))


def _regions(change: Change, kind: FindingKind) -> set[str]:
    found = [finding for passage in change.passages for finding in passage.findings]
    return {finding.before or finding.after for finding in found if finding.kind is kind}


def _mark_free(counts: Counter[str]) -> dict[str, int]:
    """Return what is left, without numbers: in front of a heading they are not compared."""
    return {key: count for key, count in counts.items() if count and not key.isdigit()}
