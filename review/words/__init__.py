"""What a text consists of: words, sentences, dates, numbers, places.

`wording` is what of a text is compared, `folding` what is looked up in it. `calendar`,
`turning_words`, `light_words`, `synonyms`, `page_words`, `vendor_words` and `regions.tsv` are
tables to extend. `tongues` tells which languages a text is surely not in, `once` is a property
that is worked out a single time.
"""
