"""What happened in a passage, said in one clause: the most telling of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from domain.change import Finding, FindingKind, Passage, PassageKind
from domain.sentence import Sentence
from review.explaining.leads import LEAST, TURNING, lead_of, most_telling, rank
from review.explaining.periods import spoken_period
from review.explaining.places import Place, places
from review.explaining.quotes import (
    is_light,
    is_sentence,
    most_telling_sentence,
    quoted,
    sentences,
    shortened,
)
from review.explaining.rows import row_told

_SHORTEST_OPENING = 4  # fewer words do not tell where something was added

_OWN_STATEMENT = 6
_CRUMB = 2


def what_happened(passage: Passage, telling: Iterable[str] = ()) -> Sentence:
    """Say what became of a passage, without a full stop.

    `telling` are the words that speak of the criterion, the weightiest first: of several
    sentences, the one with them is told.
    """
    telling = tuple(telling)
    if told := row_told(passage):
        return told
    if passage.kind is PassageKind.ADDED:
        return _whole(passage.after, telling, came=True)
    if passage.kind is PassageKind.REMOVED:
        return _whole(passage.before, telling, came=False)
    if passage.kind is PassageKind.MOVED:
        text = shortened(passage.after, telling)
        if passage.findings:
            return _under(passage.findings[0], text)
        return _in_both(
            "{quote} now stands elsewhere", "{quote} steht jetzt an anderer Stelle", quote=text
        )
    return _reworded(passage, telling)


def _under(finding: Finding, text: str) -> Sentence:
    """Say that a text stands under a heading that bounds it otherwise."""
    before, after = shortened(finding.before), shortened(finding.after)
    if before and after:
        return _in_both(
            "{quote} now stands under {after} instead of {before}",
            "{quote} steht jetzt unter {after} statt unter {before}",
            quote=text,
            after=after,
            before=before,
        )
    en, de = ("now", "jetzt") if after else ("no longer", "nicht mehr")
    return _in_both(
        f"{{quote}} {en} stands under {{heading}}",
        f"{{quote}} steht {de} unter {{heading}}",
        quote=text,
        heading=after or before,
    )


def edited(place: Place, telling: Sequence[str] = (), finding: Finding | None = None) -> Sentence:
    """Say which words of a sentence became which, those of the finding among them."""
    went, came = place.went, place.came
    if _stands_for_crumbs(place, finding):
        went = ""
    if place.whole and not (went and came):
        return _whole(came or went, telling, came=bool(came))
    words = tuple(filter(None, (finding.before, finding.after))) if finding else ()
    if (went and came) or place.small:
        return became(place.before(words or telling), place.after(words or telling))
    telling = (*words, *telling)
    if len(place.opening.split()) < _SHORTEST_OPENING:
        return became(shortened(went, telling), shortened(came, telling))
    if came:
        return _in_both(
            "{words} was added to {opening}",
            "{opening} wurde um {words} ergänzt",
            words=shortened(came, telling),
            opening=place.opening,
        )
    return _in_both(
        "{words} was deleted from {opening}",
        "{words} wurde aus {opening} gestrichen",
        words=shortened(went, telling),
        opening=place.opening,
    )


def _stands_for_crumbs(place: Place, finding: Finding | None) -> bool:
    """Tell a sentence that came where "of" or "pursuant to" went: that went nowhere."""
    if not place.whole or place.small or not place.came:
        return False
    return is_light(place.went) or (
        len(place.went.split()) <= _CRUMB
        and not is_sentence(place.went)
        and not (finding and finding.before)
    )


def became(before: str, after: str) -> Sentence:
    """Say that one wording took the place of another, or of none."""
    if not before or not after:
        en, de = ("was added", "kam hinzu") if after else ("was deleted", "wurde gestrichen")
        return _in_both(f"{{quote}} {en}", f"{{quote}} {de}", quote=after or before)
    return _in_both(
        "{before} became {after}", "aus {before} wurde {after}", before=before, after=after
    )


def _in_both(en: str, de: str, **quotes: str) -> Sentence:
    return Sentence(
        en.format(**{name: quoted(text, "en") for name, text in quotes.items()}),
        de.format(**{name: quoted(text, "de") for name, text in quotes.items()}),
    )


def _whole(text: str, telling: Sequence[str], *, came: bool) -> Sentence:
    several = sentences(text)
    quote = shortened(most_telling_sentence(text, telling), telling)
    if len(several) > 1:
        thing = Sentence("paragraph", "Absatz")
    elif not is_sentence(text):
        en, de = ("was added", "kam hinzu") if came else ("was deleted", "wurde gestrichen")
        return _in_both(f"{{quote}} {en}", f"{{quote}} {de}", quote=quote)
    else:
        thing = Sentence("sentence", "Satz")
    if came:
        en, de = f"A {thing.en} was added: {{quote}}", f"Ein {thing.de} kam hinzu: {{quote}}"
    elif len(several) > 1:
        en = f"A {thing.en} was deleted: {{quote}}"
        de = f"Ein {thing.de} wurde gestrichen: {{quote}}"
    else:
        en = f"The {thing.en} {{quote}} was deleted"
        de = f"Der {thing.de} {{quote}} wurde gestrichen"
    return _in_both(en, de, quote=quote)


def finding_told(
    passage: Passage, telling: Sequence[str] = (), *, beside: Finding | None = None
) -> Sentence | None:
    """Say which finding tells what happened in a reworded passage, None where none does.

    Nor where it is the one that was told already (`beside`).
    """
    place = _most_telling_place(passage, telling)
    if place is None or passage.kind is not PassageKind.REWORDED:
        return None
    if beside is not None and _finding_at(place, passage.findings) == beside:
        return None
    return _told_by_finding(place, passage, telling)


def _reworded(passage: Passage, telling: Sequence[str]) -> Sentence:
    """Tell the place that speaks most of the criterion, by its most telling finding."""
    place = _most_telling_place(passage, telling)
    if place is None:
        return became(shortened(passage.before, telling), shortened(passage.after, telling))
    told = _told_by_finding(place, passage, telling)
    return told or edited(place, telling, _finding_at(place, passage.findings))


def _most_telling_place(passage: Passage, telling: Sequence[str]) -> Place | None:
    def weight(place: Place) -> tuple[int, tuple[int, bool], int]:
        finding = _finding_at(place, passage.findings)
        told = rank(finding) if finding else LEAST
        return -place.speaks_of(telling), told, -len(place.went + place.came)

    return min(places(passage), key=weight, default=None)


def _told_by_finding(place: Place, passage: Passage, telling: Sequence[str]) -> Sentence | None:
    finding = _finding_at(place, passage.findings)
    if finding is None or _is_own_statement(place, finding):
        return None
    others = (one for one in passage.findings if place.shows(one))
    return led(
        finding,
        others,
        edited(place, telling, finding),
        place.after([finding.before, finding.after]),
    )


def led(finding: Finding, others: Iterable[Finding], what: Sentence, after: str) -> Sentence:
    """Say what kind of change it is in front of which words became which.

    `others` are the findings of the same place, `after` its words as they are now.
    """
    if finding.kind is FindingKind.PERIOD_CHANGED and (period := _period(finding, after)):
        return period
    lead = lead_of(finding, others)
    return Sentence(f"{lead.en}: {what.en}", f"{lead.de}: {what.de}")


def _finding_at(place: Place, findings: Iterable[Finding]) -> Finding | None:
    return most_telling(one for one in findings if place.shows(one))


def _is_own_statement(place: Place, finding: Finding) -> bool:
    """Tell whether words only came, or only went, that say something alone."""
    if _stands_for_crumbs(place, finding):
        return True
    if place.went and place.came:
        return False
    return place.whole or (finding.kind in TURNING and place.edit_words > _OWN_STATEMENT)


def _period(finding: Finding, where: str) -> Sentence | None:
    """Say which period became which, where there is one of each."""
    before, after = finding.before, finding.after
    if not before or not after or "," in before + after:
        return None
    if spoken_period(before, "en") == spoken_period(after, "en"):
        return None
    return Sentence(
        f"The period of {spoken_period(before, 'en')} became {spoken_period(after, 'en')}: "
        f"{quoted(where, 'en')}",
        f"Die Frist von {spoken_period(before, 'de', dative=True)} beträgt jetzt "
        f"{spoken_period(after, 'de')}: {quoted(where, 'de')}",
    )
