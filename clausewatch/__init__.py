"""Clausewatch: watches the pages that scorecards cite.

The parts know nothing of one another; this package wires them, tells the one story
and holds the command line. Begin with `story`.

=================  ============================================================
`story`            what happens to one fetch of one source, from top to bottom
`arrival`          its bytes are stored, and it is read in its turn
`finding`          what it shows: `reading` it, and what that means
`consequences`     what is written down of it; `notice` and `troubles` queue alerts
`crawling`         one pass over what is due; `batch` is the child process of a host
`working`          the same for ever; with it `digests`, `summaries`, `pruning`
`delivering`       sends what is in the outbox, by the `channels` of the settings
`settings`         what a run is told, from the environment and clausewatch.toml
`watchlist/`       the watchlist file: read, checked whole, written
`criteria/`        the rows of the scorecard and their vocabulary
`wiring`           the one place where the parts are put together
`cli/`             the command line
`serving`          what the web application is told
`learning/`        what decisions would change in the weights
`opinions/`        a second opinion about flags, off by default
`replay`           saved captures through the same way; `archive` reads them
`demonstration/`   the demo: a bundled site that changes
=================  ============================================================
"""
