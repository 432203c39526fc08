"""How much a change speaks of each criterion.

::

    passage ─ passage_words ─► words, which changed ──────────┐
    criteria ─ phrases ─► vocabulary ─ strengths ─► by place ─┼─ features ─ model ─► scores
    passage ─ subjects ─► what it is about ───────────────────┘

`passage_words` reads a passage, `touched` tells which of its sentences a change touches,
`phrase_tree` holds the phrases in the order of their words, `kinds` tells the kind of a
document that the watchlist does not name, and `weights_text` writes the table of weights that
`model` reads.
"""
