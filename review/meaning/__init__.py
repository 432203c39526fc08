"""What a difference means to a reader: nothing, wording only, or a term that changed.

`significance` decides. It asks whether the edit is no change of the document at all
(`artefacts`, `breaks`, `noise`), changes words and not the meaning (`harmless_edits`,
`misspellings`, `harmless_blocks`, `harmless_addresses`, `references`), or says the same in other
grammar (`paraphrase`) or other words (`restated`), in an `order` that keeps all roles. `edits`
knows which words can turn a statement.
"""
