"""The words for each trouble, one row each. Words in braces are facts of the case.

`advice` holds what several rows advise, `of_responses` what the answer of a server tells,
`of_documents` what its text tells.
"""
