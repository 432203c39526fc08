"""The heart, and pure: two versions in, a change and its flags out. No input, no output.

Read in this order:

1. `comparison`: two documents -> passages. Below it `units`, `alignment`, `pairing` (which
   blocks belong together), `segments`, `differences`, `sentences` (which words differ).
2. `findings`: what exactly changed at one place. Below it `numbers`, `dates`, `regions`,
   `parties`, `renames`, `edits`.
3. `significance`: nothing, wording only, or a term. Below it `artefacts`, `noise`,
   `harmless`, `harmless_blocks`, `harmless_addresses`, `paraphrase`.
4. `evidence`: a phrase that a rating rests on, found again in each version.
5. `relevance`: how much a change speaks of each criterion. Below it `relevance_words`,
   `relevance_vocabulary`, `relevance_subjects`, `relevance_features`, and `model`, the table
   of weights.
6. `flags`: which criteria of which tool have to be re-reviewed; `explain` and its
   neighbours say why, in sentences.
7. `verdict`: what a reading of a source means, given what is remembered of it.
8. `learning`, `lessons`, `decided`: what the decisions of editors change.

Words shared by all: `wording` (what of a text is compared), and the tables `vocabulary`,
`synonyms`, `page_words`, `regions.tsv`.
"""
