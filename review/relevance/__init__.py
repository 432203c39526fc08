"""How much a change speaks of each criterion.

::

    passage ─ passage_words ─► words, which changed ──────────┐
    criteria ─ phrases ─► vocabulary ─ strengths ─► by place ─┼─ features ─ model ─► scores
    passage ─ subjects ─► what it is about ───────────────────┘

`kinds` tells the kind of a document that the watchlist does not name; `weights_text`
writes the table of weights that `model` reads.
"""
