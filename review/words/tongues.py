"""Which languages a text may be in: those whose function words or letters it has.

Meant to leave out what is surely not there, not to name the one language of a text: a
page may quote another one, and a short text could be in any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# Words that are common in one language and rare in the others.
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
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
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff\u3400-\u9fff]"), frozenset({"zh", "ja"})),
    (re.compile(r"[\uac00-\ud7af]"), frozenset({"ko"})),
    (re.compile(r"[\u0400-\u04ff]"), frozenset({"ru"})),
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 12  # function words of one language before any other is left out
_SHARE = 0.08  # of as many as that language has, with which another one may be there, too
_NAMED = frozenset(_FUNCTION_WORDS).union(*(languages for _, languages in _SCRIPTS))
ALWAYS = frozenset({"en"})
"""Terms of trade are English in every language."""


def silent(texts: Iterable[str]) -> frozenset[str]:
    """Return the languages that none of the texts is in."""
    whole = "\n".join(texts)
    counts = Counter(_WORD.findall(whole.lower()))
    said = {
        language: sum(counts[word] for word in words) for language, words in _FUNCTION_WORDS.items()
    }
    most = max(said.values())
    spoken = {language for script, known in _SCRIPTS if script.search(whole) for language in known}
    if most < _ENOUGH:
        spoken |= _FUNCTION_WORDS.keys()
    else:
        spoken |= {language for language, hits in said.items() if hits >= _SHARE * most}
    return _NAMED - spoken - ALWAYS
