"""What took the place of a phrase in a newer version of its passage.

The counterpart of a phrase is not the paragraph that it stands in now but the words
that took its place: both passages are laid side by side word by word, and the phrase is
followed through the edits. An edit close by in the same sentence belongs to it, and so
does the one that tells most: where a town went out of the phrase, the land that came
behind it is what an editor has to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from review.comparing.segments import Hunk, hunks
from review.comparing.turns import is_negation
from review.explaining.quotes import Token, elided, is_light
from review.words.folding import folded_words, word_end, word_starts
from review.words.sentences import sentence_spans
from review.words.turning_words import EXCEPTIONS
from review.words.wording import Word, clean, words

# A text with a greater share of new words is another text, not the old one turned round.
_MOST_NEW = 0.7
# An edit so few words away is read together with the phrase.
_CLOSE_BY = 3
# A quote may go on for so many words until one says something.
_BEYOND = 3

Span = tuple[int, int]  # words from the first up to the last, that one not included


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A phrase as it stood and what took its place, shortened; and whether "not" fell away.

    `lost` and `gained` tell of a negation among the words; `alike` that enough of them
    stayed to be the same text.
    """

    before: str
    after: str
    lost: bool = False
    gained: bool = False
    alike: bool = True


@dataclass(frozen=True, slots=True)
class _Side:
    """One version of a passage: its text and words."""

    text: str
    words: Sequence[Word]

    def sentence(self, span: Span) -> Span:
        """Return the sentences that a run of words reaches into."""
        spans = sentence_spans(self.text, self.words)
        over = [one for one in spans if one[1] > span[0] and one[0] < max(span[1], span[0] + 1)]
        return (over[0][0], over[-1][1]) if over else span

    def tokens(self, span: Span, changed: set[int]) -> list[Token]:
        """Return the words of a span with the marks around each, as they are printed."""
        first, last = span
        starts = [self._opens(first), *(self.words[at].start for at in range(first + 1, last))]
        ends = [*starts[1:], self._closes(last - 1)]
        found: list[Token] = []
        glued = False
        for at, start, end in zip(range(first, last), starts, ends, strict=True):
            text = self.text[start:end]
            token = Token(text.strip(), at in changed)
            if glued:  # "704/36" is printed without a space
                before = found.pop()
                token = Token(before.text + token.text, before.changed or token.changed)
            found.append(token)
            glued = text == text.rstrip()
        return found

    def _opens(self, at: int) -> int:
        """Return where a word starts with the brackets that open in front of it."""
        start = self.words[at].start
        while start and self.text[start - 1] in "([":
            start -= 1
        return start

    def _closes(self, at: int) -> int:
        """Return where a word ends with the brackets that close behind it."""
        end = self.words[at].end
        while end < len(self.text) and self.text[end] in ")]\"'":
            end += 1
        return end

    def without_light_end(self, span: Span) -> Span:
        """Let a span go on until its last word says something, inside its sentence."""
        first, last = span
        end = min(self.sentence(span)[1], last + _BEYOND)
        while first < last < end and is_light(self.words[last - 1].text):
            last += 1
        return first, last


def counterpart(
    phrase: str, before: str, after: str, telling: Iterable[str] = ()
) -> Counterpart | None:
    """Return the words that took the place of a phrase, or None where that cannot be told.

    `telling` are words that came or went: where they did so in the same sentence, they
    are quoted as well.
    """
    old, new = (_Side(text, words(text)) for text in map(clean, (before, after)))
    span = _span(phrase, old)
    if span is None:
        return None
    edits = hunks([word.key for word in old.words], [word.key for word in new.words])
    first = _follow(span[0], edits, at_end=False)
    last = _with_exception(_follow(span[1], edits, at_end=True), new, edits)
    if first >= last:
        return None
    went = {place for edit in edits for place in range(edit.old_start, edit.old_end)}
    came = {place for edit in edits for place in range(edit.new_start, edit.new_end)}
    turned = _negations(new.words[first:last]) - _negations(old.words[slice(*span)])
    alike = len(came.intersection(range(first, last))) <= _MOST_NEW * (last - first)
    turned = turned if alike else 0
    told = {word for one in telling for word in folded_words(one) if not is_light(word)}
    reach = Hunk(*span, first, last)
    for edit in _of_the_sentence(reach, edits, old, new):
        if _is_close(edit, reach) or _tells(edit, old, new, told):
            reach = _over(reach, edit)
    old_span = old.without_light_end((reach.old_start, reach.old_end))
    new_span = new.without_light_end((reach.new_start, reach.new_end))
    return Counterpart(
        before=elided(old.tokens(old_span, went), told),
        after=elided(new.tokens(new_span, came), told),
        lost=turned < 0,
        gained=turned > 0,
        alike=alike,
    )


def _of_the_sentence(reach: Hunk, edits: Sequence[Hunk], old: _Side, new: _Side) -> Iterable[Hunk]:
    """Yield the edits in the sentence of a phrase that are not in it, the nearest first."""
    old_first, old_last = old.sentence((reach.old_start, reach.old_end))
    new_first, new_last = new.sentence((reach.new_start, reach.new_end))
    inside = [
        edit
        for edit in edits
        if old_first <= edit.old_start
        and edit.old_end <= old_last
        and new_first <= edit.new_start
        and edit.new_end <= new_last
    ]
    yield from (edit for edit in inside if edit.new_start >= reach.new_end)
    yield from (edit for edit in reversed(inside) if edit.new_end <= reach.new_start)


def _is_close(edit: Hunk, reach: Hunk) -> bool:
    """Tell whether few words stand between an edit and what is quoted."""
    behind, ahead = edit.new_start - reach.new_end, reach.new_start - edit.new_end
    return max(behind, ahead) <= _CLOSE_BY


def _tells(edit: Hunk, old: _Side, new: _Side, told: set[str]) -> bool:
    sides = (old.words[edit.old_start : edit.old_end], new.words[edit.new_start : edit.new_end])
    return any(not told.isdisjoint(folded_words(word.text)) for side in sides for word in side)


def _over(reach: Hunk, edit: Hunk) -> Hunk:
    """Return what reaches over both."""
    return Hunk(
        min(reach.old_start, edit.old_start),
        max(reach.old_end, edit.old_end),
        min(reach.new_start, edit.new_start),
        max(reach.new_end, edit.new_end),
    )


def _span(phrase: str, side: _Side) -> Span | None:
    """Return the words that a phrase stands in."""
    folded, starts = folded_words(side.text), word_starts(side.text)
    wanted = folded_words(phrase)
    for place in range(len(folded) - len(wanted) + 1):
        if wanted and folded[place : place + len(wanted)] == wanted:
            start, end = starts[place], word_end(side.text, starts[place + len(wanted) - 1])
            inside = [i for i, one in enumerate(side.words) if one.end > start and one.start < end]
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


def _with_exception(last: int, new: _Side, edits: Sequence[Hunk]) -> int:
    """Take in an exception that was put behind the phrase in the same sentence."""
    end = next((end for _, end in sentence_spans(new.text, new.words) if end >= last), last)
    for edit in edits:
        if last <= edit.new_start < end and any(
            word.key.lower() in EXCEPTIONS for word in new.words[edit.new_start : edit.new_end]
        ):
            return min(edit.new_end, end)
    return last


def _negations(among: Sequence[Word]) -> int:
    return sum(is_negation(word.key.lower()) for word in among)
