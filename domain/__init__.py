"""The words of the product as frozen values: what flows from a fetch to an alert.

Nothing in here reads a file, opens a connection or imports another package of
Clausewatch, so every package may speak these words without knowing the others.

=============  ==============================================================
`watchlist`    tools, criteria, ratings, evidence, sources
`editor`       who is told: what, when, how, in which language
`value`        what the values of a watchlist have in common
`capture`      one fetch of a source, and what a fetch can give instead
`document`     the wording of a capture as blocks
`change`       two versions compared: passages and typed findings
`flag`         a criterion of a tool that has to be re-reviewed, and why
`opinion`      what a model made of a flag, beside what we say
`problem`      why a capture is not the document
`duration`     how often, as people write it
`names`        what our own values are called, in each language
`sentence`     one sentence for people, in each language the product speaks
`errors`       the one tree of errors
=============  ==============================================================
"""
