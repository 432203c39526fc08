"""The phrases by which pages that are not the document give themselves away.

Each module is a table: language -> phrase -> weight. Phrases are written the way
`crawler.recognition.wording.words_of` reads a text: case, punctuation and apostrophes
do not matter. A weight says how much a phrase tells on its own; 1 is plain.

==============  ==============================================================
`errors`        what an error page is headed with, and how it apologises
`consent`       what a cookie dialog offers to press, and how it talks
`login`         what a login form asks for
`gates`         what stands where a part of a text is missing
`challenges`    what a bot defence says to a robot
`redirects`     what a page says that only sends its reader on
`shells`        what a page says that waits for its scripts
`navigation`    what leads past the menus of a page
`function_words`  the commonest words of a language, to tell it by
==============  ==============================================================
"""

from __future__ import annotations

from collections.abc import Mapping

Phrases = Mapping[str, Mapping[str, float]]
