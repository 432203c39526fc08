"""Who takes sources through the story, and when: one pass, the worker, saved captures.

=============  ===============================================================
`crawling`     one pass: lease what is due, a child process a host, settle what it left
`orders`       what such a child is told; `batch` is what it does, host by host in its `turns`
`reporting`    how results are told meanwhile, which whoever starts a run says
`exits`        what a process ends with
`working`      the same for ever, with the mails, opinions and `pruning`
`latest`       the watchlist file and the decisions as they are now
`unwatched`    what becomes of sources that were taken out of the watchlist
`replay`       saved captures through the same story, with their own times
=============  ===============================================================
"""
