"""What the elements of HTML do to the flow of text (HTML Living Standard, section 15.3)."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the set of the white-space separated words of `text`."""
    return frozenset(text.split())


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = words("ul ol menu dir")
# Elements that start on a line of their own.
BLOCKS = LISTS | words("""
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav
    noscript optgroup option p pre search section select summary table tbody td tfoot th thead
    title tr
""")
# Elements that carry no wording of the page.
SILENT = words("""
    area audio base canvas datalist embed head iframe img input link map math meta object param
    picture script source style svg template textarea track video
""")
# Elements within a line. The others part words from one another.
INLINE = words("""
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr
""")
