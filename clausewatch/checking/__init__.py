"""One fetch of one source, from its bytes to what is queued to be told. Begin with `story`.

================  ============================================================
`story`           what happens, from top to bottom: each step is a module here
`arrival`         1. the bytes are stored, and read in their turn
`assessment`      2. what a fetch shows and means: `reading` it, then comparing
`reading`         is it the document, and what is its wording?
`evidence`        phrases that ratings rest on and that the source does not hold
`consequences`    3. what is written down, in one transaction
`notice`          who is told of a change; `troubles` of a source that cannot be read
`outage`          when nothing can be fetched at all, it is told as one thing
`state`           4. what is kept of a source for its next check; `memories` what was learnt
`overdue`         is it due before its time?
`events`          what a check is made of, and what it came to
================  ============================================================
"""
