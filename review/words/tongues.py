"""Which languages a passage is surely not in: those whose function words it has none of.

Not meant to name the language of a text: a passage too short to tell may be in any.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from review.words.folding import fold

# Words that are common in one language and rare in the others.
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(map(fold, words.split()))
    for language, words in {
        "en": "the of and to your our you we is are that for with this be by may will not any",
        "de": "der die und den von zu das mit für wir sie ist nicht werden auf im eine oder dem"
        " sind wird kann ihre bei durch",
        "fr": "les des et vous nous est pour dans une que du par sur vos votre nos sont ne pas au"
        " aux ou ces avec",
        "es": "los las el del y para una con por su sus se que es en podemos usted como o",
        "it": "il di che e per della dei delle gli con una sono non nel alla dal si i le come o",
        "nl": "het van een en wij voor op met zijn niet worden wordt u uw dat die aan door"
        " kan naar",
        "pt": "os da dos das em uma para com não que seus você por nos são pode ao ou na",
        "pl": "w i na z do nie o oraz lub dla przez są się jest przy od jako tym które",
    }.items()
}
_ENOUGH = 5  # different function words of one language before any other is left out
_ALWAYS = "en"  # terms of trade are English in every language


def silent(words: AbstractSet[str]) -> frozenset[str]:
    """Return the languages that a passage of these folded words is surely not in.

    Languages with letters of their own are never among them: nothing of theirs is found in
    a text without these letters.
    """
    said = {language: len(known & words) for language, known in _FUNCTION_WORDS.items()}
    if max(said.values()) < _ENOUGH:
        return frozenset()
    return frozenset(language for language, hits in said.items() if not hits) - {_ALWAYS}
