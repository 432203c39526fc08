"""From what was found to those who are told: queued, composed, sent.

============  ================================================================
`digests`     what is due to those who get one mail a day or a week
`summaries`   the monthly summary of each editor
`delivering`  queues both, then sends the outbox; each alert at least once
`channels`    the ways that the settings define
`feeds`       the same flags as Atom feeds in a folder
`sample`      what an editor would be sent, about a tool that nobody rates
============  ================================================================
"""
