"""The commonest words of a language: even a short text of it can hardly do without.

Words of one letter are left out: the initials of companies ("S. A.") would count.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.split() if len(word) > 1)


FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    "en": _words(
        "the of and to in is are that for with by on as or we you your our this be not from at it "
        "an will may have any if which their they such other can how about when its was has"
    ),
    "de": _words(
        "der die das und zu den von mit für ist sind im des dem auf nicht ein eine einer eines "
        "wir sie ihre unsere oder als auch werden wird bei nach aus dass wenn kann können durch "
        "ab zur zum über sich an wie haben"
    ),
    "fr": _words(
        "le la les de des du et en est sont que pour avec par sur ou nous vous votre notre vos "
        "nos une un dans ne pas ce cette ces qui au aux être si plus peut peuvent il elle leur"
    ),
    "es": _words(
        "el la los las de del en es son que para con por su sus nuestro nuestra nuestros o una "
        "un no se al como más este esta puede pueden si lo usted nosotros cuando entre"
    ),
    "it": _words(
        "il la lo gli le di del della dei delle in sono che per con da dal su o una un non si "
        "nel nella al alla questo questa come più può possono se il nostro nostra suoi anche "
        "quando nostri secondo nei degli delle dalla ai tua tuo tuoi puoi ogni vengono viene"
    ),
    "nl": _words(
        "de het een en van in is zijn dat voor met op te niet we wij u uw onze of als aan door bij "
        "naar om dit deze die kan kunnen worden wordt er ook uit over je jouw"
    ),
    "pt": _words(
        "os as de do da dos das em são que para com por seu sua seus suas nosso nossa ou "
        "um uma não se no na nos nas ao como mais este esta pode podem você"
    ),
    "pl": _words(
        "na do nie się jest są że dla od przez oraz lub jak to które który która przy po gdy "
        "może mogą naszych państwa twoje twoich nasze dane je"
    ),
    "sv": _words(
        "och att det som en på är av för med till den inte om vi du din vår våra ett de kan eller "
        "från har vid dina när"
    ),
    "da": _words(
        "og at det som en på er af for med til den ikke om vi du din vores et de kan eller fra har "
        "ved dine når"
    ),
    "cs": _words("na se je že do pro nebo od které která který jsou při jako vaše naše"),
    "tr": _words("ve bir bu için ile veya olarak olan da de daha sizin bizim"),
}

# A script that tells the language, or the family, by itself: first and last code point.
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("ja", "\u3040", "\u30ff"),  # kana: looked for before the characters shared with Chinese
    ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("th", "\u0e00", "\u0e7f"),
    ("hi", "\u0900", "\u097f"),
)
