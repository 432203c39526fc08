"""The demonstration: the main job on a bundled site that changes between two crawls.

=================  ==========================================================
`site`             serves the pages on loopback, one edition at a time
`editions/`        the pages: what changes, and what has to stay silent
`watchlist.yaml`   what is watched of them and what rests on it
`tour`             crawls both editions and shows what comes out
=================  ==========================================================
"""
