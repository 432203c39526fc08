"""Two versions side by side: which blocks and words differ, and what exactly changed there.

::

    blocks ─ units ─ alignment, pairing ─► pairs ─ segments ─► differences ─► findings

`turns` are the findings of one edit; `cells` and `headings` find the same words in another
column or under another heading; `marks` puts numbers and bullets back for reading;
`parties` and `renames` are findings with tables of their own, and `speakers` tells whose name it is
that changed.
"""
