"""The heart, and pure: two versions in, a change and its flags out. No input, no output.

Read in this order; each step is a module here, and the folder it rests on:

1. `comparison` (`comparing`, `words`): two documents -> passages, with typed findings.
2. `meaning`: nothing, wording only, or a term.
3. `evidence`: a phrase that a rating rests on, found again in each version.
4. `relevance`: how much a change speaks of each criterion.
5. `flags` (`explaining`): which criteria of which tool have to be re-reviewed, and why.
6. `verdict`: what a reading of a source means, given what is remembered of it.
7. `decided` (`retold`), `learning`: what the decisions of editors change in ratings and weights.
"""
