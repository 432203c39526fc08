"""Composes alerts and delivers them.

==============  ===============================================================
`news`          what there is to tell, whatever the channel
`compose`       news in, a complete `Alert` out; pure. `digest` and `summary` alike
`for_programs`  news as values for a webhook, by the models of `payload`
`feed`          flags as an Atom feed; pure
`rendering`     templates, the built-in ones and those of the user, in a sandbox
`via`           by which channel an alert goes, and the form that it takes
`delivery`      takes due alerts from an outbox and hands them to a channel
`channels`      where alerts go: a mail server, a folder, a chat, a webhook
`mail`          an alert as a mail message
==============  ===============================================================
"""
