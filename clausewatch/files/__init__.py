"""What is read from files instead of a site or the store.

============  ================================================================
`archive`     saved captures of pages, in time order
`comparing`   two saved documents compared, without a store
`json_lines`  values from a file of JSON objects, one a line
============  ================================================================
"""
