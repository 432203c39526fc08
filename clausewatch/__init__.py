"""Clausewatch: watches the pages that scorecards cite.

The parts know nothing of one another; this package wires them, tells the one story
and holds the command line. Begin with `checking/story`. Each stands on those above it:

================  ============================================================
`messages/`       how messages to people are worded
`watchlist/`      the watchlist file: read, checked whole, written
`criteria/`       the rows of the scorecard and their vocabulary
`opinions/`       a second opinion about flags, off by default
`settings/`       what a run is told, from the environment and clausewatch.toml
`opening`         opens the store that the settings name
`parts`           what all that follows works with
`checking/`       the story: what happens to one fetch of one source
`files/`          saved captures and documents
`history/`        what became of sources and reviews
`telling/`        digests, summaries and feeds; sends what is in the outbox
`learning/`       what decisions would change in the weights
`wiring`          the one place where the parts are put together
`running/`        passes over what is due, once or for ever
`serving`         what the web application is told
`demonstration/`  the demo: a bundled site that changes
`cli/`            the command line
================  ============================================================
"""
