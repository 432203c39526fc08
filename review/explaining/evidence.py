"""What became of a phrase that a rating rests on, said in one clause.

The counterpart of a phrase is not the paragraph that it stands in now but the words
that took its place: both passages are laid side by side word by word, and the phrase is
followed through the edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.change import FindingKind, Passage, PassageKind
from domain.flag import EvidenceState, EvidenceStatus
from domain.sentence import Sentence
from review.comparing.findings import is_negation
from review.comparing.segments import Hunk, hunks
from review.explaining.passages import became
from review.explaining.quotes import Token, elided, quoted, sentences, shortened
from review.words.folding import folded_text, folded_words, word_end, word_starts
from review.words.sentences import sentence_spans
from review.words.turning_words import EXCEPTIONS
from review.words.wording import Word, clean, words

# A text with a greater share of new words is another text, not the old one turned round.
_MOST_NEW = 0.7


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A phrase as it stood and what took its place, shortened; and whether "not" fell away.

    `lost` and `gained` tell of a negation among the words.
    """

    before: str
    after: str
    lost: bool = False
    gained: bool = False


def what_became(state: EvidenceState, passage: Passage | None = None) -> Sentence:
    """Say what became of a phrase that is reworded or gone, without a full stop.

    `passage` is where it stood, when it is known.
    """
    if state.status is EvidenceStatus.REWORDED:
        return _reworded(state)
    sentence = _sentence_with(state.phrase, state.before)
    if passage is not None and _went_whole(passage, sentence):
        quote = shortened(sentence, [state.phrase])
        return Sentence(
            f"The sentence {quoted(quote, 'en')} was deleted",
            f"Der Satz {quoted(quote, 'de')} wurde gestrichen",
        )
    quote = shortened(state.phrase)
    return Sentence(
        f"{quoted(quote, 'en')} no longer stands in the source",
        f"{quoted(quote, 'de')} steht nicht mehr in der Quelle",
    )


def counterpart(phrase: str, before: str, after: str) -> Counterpart | None:
    """Return the words that took the place of a phrase, or None where that cannot be told."""
    old_text, new_text = clean(before), clean(after)
    old, new = words(old_text), words(new_text)
    span = _span(phrase, old_text, old)
    if span is None:
        return None
    edits = hunks([word.key for word in old], [word.key for word in new])
    first = _follow(span[0], edits, at_end=False)
    last = _with_exception(_follow(span[1], edits, at_end=True), new_text, new, edits)
    if first >= last:
        return None
    went = {place for edit in edits for place in range(edit.old_start, edit.old_end)}
    came = {place for edit in edits for place in range(edit.new_start, edit.new_end)}
    turned = _negations(new[first:last]) - _negations(old[slice(*span)])
    if len(came.intersection(range(first, last))) > _MOST_NEW * (last - first):
        turned = 0
    return Counterpart(
        before=elided(_tokens(old_text, old, span, went)),
        after=elided(_tokens(new_text, new, (first, last), came)),
        lost=turned < 0,
        gained=turned > 0,
    )


def _reworded(state: EvidenceState) -> Sentence:
    found = counterpart(state.phrase, state.before, state.after)
    if found is None or folded_text(found.before) == folded_text(found.after):
        quote = shortened(state.phrase)
        return Sentence(
            f"The sentence with {quoted(quote, 'en')} was reworded",
            f"Der Satz mit {quoted(quote, 'de')} wurde umformuliert",
        )
    if found.lost or found.gained:
        return _turned(found)
    return became(found.before, found.after)


def _turned(found: Counterpart) -> Sentence:
    en = "promise lost its negation" if found.lost else "statement is now negated"
    de = "Zusage hat ihre Verneinung verloren" if found.lost else "Aussage ist jetzt verneint"
    return Sentence(
        f"The {en}: {quoted(found.before, 'en')} now reads {quoted(found.after, 'en')}",
        f"Die {de}: aus {quoted(found.before, 'de')} wurde {quoted(found.after, 'de')}",
    )


def _sentence_with(phrase: str, text: str) -> str:
    wanted = folded_text(phrase)
    return next((one for one in sentences(text) if wanted in folded_text(one)), phrase)


def _went_whole(passage: Passage, sentence: str) -> bool:
    if passage.kind is PassageKind.REMOVED:
        return True
    return any(
        folded_text(finding.before) == folded_text(sentence)
        for finding in passage.findings
        if finding.kind is FindingKind.SENTENCE_REMOVED
    )


def _span(phrase: str, text: str, among: Sequence[Word]) -> tuple[int, int] | None:
    """Return (first, last) of the words that a phrase stands in, last not included."""
    folded, starts = folded_words(text), word_starts(text)
    wanted = folded_words(phrase)
    for place in range(len(folded) - len(wanted) + 1):
        if wanted and folded[place : place + len(wanted)] == wanted:
            start, end = starts[place], word_end(text, starts[place + len(wanted) - 1])
            inside = [i for i, word in enumerate(among) if word.end > start and word.start < end]
            return (inside[0], inside[-1] + 1) if inside else None
    return None


def _follow(place: int, edits: Sequence[Hunk], *, at_end: bool) -> int:
    """Return where a border between two words of the older text is in the newer one."""
    shift = 0
    for edit in edits:
        begins = edit.old_start >= place if at_end else edit.old_start > place
        if begins or (not at_end and edit.old_start == edit.old_end == place):
            break
        if place <= edit.old_end and place > edit.old_start:
            return edit.new_end if at_end or place == edit.old_end else edit.new_start
        if place == edit.old_start < edit.old_end:
            return edit.new_start
        shift = edit.new_end - edit.old_end
    return place + shift


def _with_exception(last: int, text: str, new: Sequence[Word], edits: Sequence[Hunk]) -> int:
    """Take in an exception that was put behind the phrase in the same sentence."""
    end = next((end for _, end in sentence_spans(text, new) if end >= last), last)
    for edit in edits:
        if last <= edit.new_start < end and any(
            word.key.lower() in EXCEPTIONS for word in new[edit.new_start : edit.new_end]
        ):
            return min(edit.new_end, end)
    return last


def _tokens(
    text: str, among: Sequence[Word], span: tuple[int, int], changed: set[int]
) -> list[Token]:
    """Return the words of a span with the punctuation that follows each."""
    first, last = span
    ends = [among[place + 1].start for place in range(first, last - 1)] + [among[last - 1].end]
    return [
        Token(text[among[place].start : end].strip(), place in changed)
        for place, end in zip(range(first, last), ends, strict=True)
    ]


def _negations(among: Sequence[Word]) -> int:
    return sum(is_negation(word.key.lower()) for word in among)
