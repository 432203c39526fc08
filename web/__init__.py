"""The history and the reviews in a browser: what `clausewatch serve` opens.

================  ===========================================================
`app`             puts the parts together: `create_app(deps)`
`access`          who may do what; `guard` asks it before every answer
`routes/`         one module a noun: what is asked, which page answers
`comparison`      two versions as rows of a page; `marks` finds evidence in them
`timeline`        a source's life as a picture
`exports/`        what leaves the store as files
`templates/`      the pages; `labels/` has our words in each language, `notes`
                  what `review` says of changes
================  ===========================================================

Reading never changes anything; only a form that was sent with its token does.
"""
