"""The append-only history in SQLite or PostgreSQL: the same code for both.

`storage.store.Store` is the one thing to open; `storage.records` holds the frozen
values that come out of it. Tables stay in here.
"""
