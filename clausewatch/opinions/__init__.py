"""A second opinion about flags, off by default; it is asked after everything is settled.

============  ===============================================================
`settings`    which endpoint, which model, how long to wait
`question`    what it gets to see: passages as data, criterion, rating
`answer`      what counts as an answer: validated, plain text, nothing else
`endpoint`    one question to an OpenAI-compatible endpoint, bounded
`asking`      a pass over the open flags: ask, store, go on
============  ===============================================================
"""
