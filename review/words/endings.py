"""Words that differ by their ending only: "engages" and "engaged", "nutzt" and "Nutzung".

One table serves English, German, French, Spanish and Italian. Endings that name who
does it ("processor" beside "process") are not in it: that is another word.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

from functools import lru_cache

STEM = 4  # letters that two forms of a word share at least
_ENDINGS = frozenset(
    """
    s es d ed t ts e ing ings ly y ies ied ment ments al age ion ions ation ations tion tions
    ted ting red ring ned ning led ling ped ping ged ging able ible ance ence ity ness ure
    n en ern ete eten te ten est em er ern er es st ung ungen lich liche lichen licher liches
    ige igen bar innen in nd nde nden end ende enden
    é ée és ées er ez ent ons ant ants ante antes ait aient ir it is ie ies ement ements eur
    ar ado ada ados adas ando amos an o a os as ción ciones ato ata ati ate are ere ire
    zione zioni i
    """.split()
) | {""}


@lru_cache(maxsize=1 << 14)
def is_same_word(one: str, other: str) -> bool:
    """Tell whether two words in lower case are forms of one word."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return any(
        one[length:] in _ENDINGS and other[length:] in _ENDINGS
        for length in range(shared, STEM - 1, -1)
    )
