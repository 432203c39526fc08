"""What editors decided, turned into weights: read, learnt from, reported, written.

============  ===============================================================
`decisions`   the decisions in the store, each with its features
`labelled`    the same from a file of labelled changes
`past`        which flags of the past the new weights would and would not raise
`report`      all of it put together, before anything is changed
`weights`     which weights are in use, and writing new ones
============  ===============================================================
"""
