"""How much a change speaks of each criterion.

::

    passage ─ passage_words ─► words, which changed ──────────┐
    criteria ─ phrases ─► vocabulary ─ strengths ─► by place ─┼─ features ─ model ─► scores
    passage ─ subjects ─► what it is about ───────────────────┘

`weights_text` writes the table of weights that `model` reads.
"""
