"""What became of a phrase that a rating rests on, said in one clause."""

from __future__ import annotations

from domain.change import Finding, FindingKind, Passage, PassageKind
from domain.flag import EvidenceState, EvidenceStatus
from domain.sentence import Sentence
from review.explaining.counterparts import Counterpart, counterpart
from review.explaining.leads import most_telling
from review.explaining.passages import became, led
from review.explaining.places import says
from review.explaining.quotes import is_sentence, quoted, sentences, shortened
from review.words.folding import folded_text
from review.words.nearest import words_like


def what_became(state: EvidenceState, passage: Passage | None = None) -> Sentence:
    """Say what became of a phrase that is reworded or gone, without a full stop.

    Quoted is what stood in the older version, which may not be the phrase word by word.
    `passage` is where it stood, when it is known.
    """
    stood = words_that_stood(state)
    said = (
        _reworded(state, stood, passage)
        if state.status is EvidenceStatus.REWORDED
        else _gone(stood, state.before, passage)
    )
    if folded_text(stood) == folded_text(state.phrase):
        return said
    quote = shortened(state.phrase)
    return Sentence(
        f"{said.en} (the rating quotes {quoted(quote, 'en')}; "
        "the source already read differently before)",
        f"{said.de} (die Bewertung zitiert {quoted(quote, 'de')}; "
        "die Quelle lautete schon vorher anders)",
    )


def words_that_stood(state: EvidenceState) -> str:
    """Return the words of the older version that were taken for a phrase."""
    return words_like(state.phrase, state.before) or state.phrase


def _gone(stood: str, before: str, passage: Passage | None) -> Sentence:
    """Say that words are gone: with their sentence where that went, else alone."""
    sentence = _sentence_with(stood, before)
    if passage is None or not _went_whole(passage, sentence):
        if passage is not None and (told := _became_in(stood, passage)):
            return told
        quote = shortened(stood)
        return Sentence(
            f"{quoted(quote, 'en')} no longer stands in the source",
            f"{quoted(quote, 'de')} steht nicht mehr in der Quelle",
        )
    quote = shortened(sentence, [stood])
    if not is_sentence(sentence):
        return became(quote, "")
    return Sentence(
        f"The sentence {quoted(quote, 'en')} was deleted",
        f"Der Satz {quoted(quote, 'de')} wurde gestrichen",
    )


def _reworded(state: EvidenceState, stood: str, passage: Passage | None) -> Sentence:
    return _told(_counterpart(state, stood, passage), stood, passage)


def _told(found: Counterpart | None, stood: str, passage: Passage | None) -> Sentence:
    if found is None or folded_text(found.before) == folded_text(found.after):
        quote = shortened(stood)
        return Sentence(
            f"The sentence with {quoted(quote, 'en')} was reworded",
            f"Der Satz mit {quoted(quote, 'de')} wurde umformuliert",
        )
    if found.lost or found.gained:
        return _turned(found)
    what = became(found.before, found.after)
    shown = _findings_in(found, passage)
    finding = most_telling(shown)
    return led(finding, shown, what, found.after) if finding else what


def _became_in(stood: str, passage: Passage) -> Sentence | None:
    """Say what words became that are like them in their passage alone, None where nothing is."""
    found = counterpart(stood, passage.before, passage.after)
    if found is None or not found.alike:
        return None
    return _told(found, stood, passage)


def finding_of(state: EvidenceState, passage: Passage) -> Finding | None:
    """Return the finding that is told with what became of a phrase, or None."""
    found = _counterpart(state, words_that_stood(state), passage)
    return most_telling(_findings_in(found, passage)) if found else None


def _counterpart(state: EvidenceState, stood: str, passage: Passage | None) -> Counterpart | None:
    finding = most_telling(passage.findings) if passage else None
    telling = (finding.before, finding.after) if finding else ()
    return counterpart(stood, state.before, state.after, telling)


def _findings_in(found: Counterpart, passage: Passage | None) -> list[Finding]:
    """Return the findings of a passage whose words are among those that are quoted."""
    return [
        one
        for one in (passage.findings if passage else ())
        if says(found.before, one.before) and says(found.after, one.after)
    ]


def _turned(found: Counterpart) -> Sentence:
    en = "promise lost its negation" if found.lost else "statement is now negated"
    de = "Zusage hat ihre Verneinung verloren" if found.lost else "Aussage ist jetzt verneint"
    return Sentence(
        f"The {en}: {quoted(found.before, 'en')} now reads {quoted(found.after, 'en')}",
        f"Die {de}: aus {quoted(found.before, 'de')} wurde {quoted(found.after, 'de')}",
    )


def _sentence_with(phrase: str, text: str) -> str:
    wanted = f" {folded_text(phrase)} "
    return next((one for one in sentences(text) if wanted in f" {folded_text(one)} "), phrase)


def _went_whole(passage: Passage, sentence: str) -> bool:
    wanted = folded_text(sentence)
    if passage.kind is PassageKind.REMOVED:
        return f" {wanted} " in f" {folded_text(passage.before)} "
    return any(
        folded_text(finding.before) == wanted
        for finding in passage.findings
        if finding.kind is FindingKind.SENTENCE_REMOVED
    )
