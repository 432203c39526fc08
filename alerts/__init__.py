"""Composes alerts and delivers them.

=============  =================================================================
`compose`      values in, a complete `Alert` out; pure
`delivery`     takes due alerts from an outbox and hands them to a channel
`channels`     where alerts go: a mail server, a folder
`mail`         an alert as a mail message
=============  =================================================================
"""
