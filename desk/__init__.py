"""What an editor does at the desk, the same on the command line and in the browser.

==============  ================================================================
`grouping`      flags that extend one another, put together
`judging`       what somebody decided, and what it lacks
`deciding`      a decision recorded; what the decisions make of the watchlist
`standing`      the same, kept while file and decisions grow
`renewal`       what could take the place of evidence that is no longer found
`staleness`     when each rating was last reviewed, and which grew stale
==============  ================================================================
"""
