"""Getting captures and reading them.

==============  ===============================================================
`batches`       when a source is due next, and which are fetched together; pure
`worker`        batches on schedule, for ever
`children`      one batch in one child process; `leash` ends it with its parent
`fetching/`     from an address to a capture, politely
`recognition/`  is it the document?
`extraction/`   its wording
==============  ===============================================================
"""
