"""Questions that the command line asks of the history; nothing is written.

==========  ==================================================================
`past`      what became of a source: its life as a list
`versions`  any two versions of a source, compared
`figures`   how reviewing goes: what is open, how long deciding takes
==========  ==================================================================
"""
