"""The append-only history in SQLite or PostgreSQL: the same code for both.

`store.Store` is the one thing to open; `records` holds the frozen values that come out
of it. Rows of tables stay in here.

==============  ===============================================================
`store`         one transaction to write in, one picture to read from
`records`       what comes out, as frozen values; `summaries` those of lists
`tables`        the tables; `schema`, `revisions` and `migrations/` how they grew
`captures`      captures; `bodies`, `chains` and `frames` keep their bytes small
`versions`      the wording of a source; `changes`, `flags`, `problems` beside it
`sources`       what is remembered of each source, and who is checking it now
`outbox`        alerts, delivered at least once; `digests` what waits for one
`browsing`      questions of those who browse; `search` finds words in all versions
`retention`     letting go of quiet bytes
`verification`  does the store still say what it said?
`engine`        a connection, set up so that both databases keep the same promises
==============  ===============================================================
"""
