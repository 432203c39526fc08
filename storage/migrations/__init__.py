"""Alembic's environment and the revisions of the tables, in the order of their numbers."""
