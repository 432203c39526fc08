"""The heart, and pure: two versions in, a change and its flags out. No input, no output.

==============  =================================================================
`comparison`    two documents -> passages, findings, significance
`evidence`      a phrase that a rating rests on, found again in each version
`relevance`     how much a change speaks of each criterion
`flags`         which criteria of which tool have to be re-reviewed, and why
`verdict`       what a reading of a source means, given what is remembered of it
==============  =================================================================
"""
