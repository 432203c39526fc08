"""The reader spoken to in another form: "Sie können" and "du kannst" say the same."""

from __future__ import annotations

from itertools import product

from domain.change import Significance
from review.meaning.edits import Edit, Judgement

# Polite forms and familiar ones, language by language: what is "you" in one is "I" in another.
_FORMS: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(polite.split()), frozenset(familiar.split()))
    for polite, familiar in {
        "Sie Ihr Ihre Ihren Ihrem Ihrer Ihres Ihnen": (
            "du dein deine deinen deinem deiner deines dir dich"
        ),
        "vous votre vos": "tu ton ta tes te toi",
        "u uw": "je jij jouw jou",
        "usted": "tú",
    }.items()
)
_GERMAN_FORMS = frozenset(map(str.lower, _FORMS[0][0] | _FORMS[0][1])) - {"sie", "ihr", "ihre"}
# Verbs whose two forms do not begin alike.
_VERBS = frozenset(
    frozenset(pair.split("/"))
    for pair in (  # noqa: SIM905 - a table of words reads better as text
        "können/kannst möchten/möchtest müssen/musst dürfen/darfst wollen/willst haben/hast"
        " werden/wirst sind/bist lesen/liest geben/gibst nehmen/nimmst sehen/siehst"
        " sprechen/sprichst treffen/triffst pouvez/peux voulez/veux devez/dois avez/as êtes/es"
        " faites/fais recevez/reçois kunt/kan"
    ).split()
)
_POLITE_ENDINGS = ("en", "n", "ez", "a", "e")
_FAMILIAR_ENDINGS = ("st", "est", "t", "e", "es", "s", "as", "i")
_STEM = 3  # letters that both forms of a verb begin with


def address(edit: Edit) -> Judgement | None:
    """The same said to the same reader, politely or familiarly."""
    if not edit.went or len(edit.went) != len(edit.came):
        return None
    if _may_speak_of_others(edit):
        return None
    pairs = [(went.key, came.key) for went, came in zip(edit.went, edit.came, strict=True)]
    others = [pair for pair in pairs if not _is_same_reader(*pair)]
    spoken_to = len(others) < len(pairs)
    if any(not _is_same_verb(went, came, beside=spoken_to) for went, came in others):
        return None
    return Significance.EDITORIAL, "only how the reader is addressed changed"


def _may_speak_of_others(edit: Edit) -> bool:
    """Tell whether "Sie" begins a sentence that nothing else shows to speak to the reader.

    It is "they" as well, and there its capital tells nothing.
    """
    if edit.went[0].key != "Sie" and edit.came[0].key != "Sie":
        return False
    first = edit.text[: edit.came[0].start].rstrip()
    if first and first[-1] not in ".!?:":
        return False
    around = {word.key.lower() for word in (*edit.before, *edit.after, *edit.came[1:])}
    return around.isdisjoint(_GERMAN_FORMS)


def _is_same_reader(went: str, came: str) -> bool:
    return any(
        (_is_in(went, polite) and came.lower() in familiar)
        or (_is_in(came, polite) and went.lower() in familiar)
        for polite, familiar in _FORMS
    )


def _is_in(key: str, polite: frozenset[str]) -> bool:
    """Tell whether a word is a polite form: as it is written, or with a sentence's capital."""
    return key in polite or (key[:1].isupper() and key.lower() in polite)


def _is_same_verb(went: str, came: str, *, beside: bool) -> bool:
    """Tell whether words are one verb in both forms, or, beside a "you", the same word."""
    one, two = went.lower(), came.lower()
    if one == two or frozenset((one, two)) in _VERBS:
        return True
    return beside and any(
        _stem(polite, ending) == _stem(familiar, other) != ""
        for polite, familiar in ((one, two), (two, one))
        for ending, other in product(_POLITE_ENDINGS, _FAMILIAR_ENDINGS)
    )


def _stem(word: str, ending: str) -> str:
    """Return a word without its ending, "" when it has another or too little is left."""
    stem = word.removesuffix(ending)
    return stem if word.endswith(ending) and len(stem) >= _STEM else ""
