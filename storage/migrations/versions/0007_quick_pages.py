"""Captures are drawn, and wording is found within sources, without reading all of it."""

import sqlalchemy as sa
from alembic import op

from storage.search_index import source_word
from storage.search_words import words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TICKS = ["source_id", "fetched_at", "version_id", "problem_kind", "id"]
_AT_ONCE = 5000


def upgrade() -> None:
    """Bring the tables to this revision, and index the wording of SQLite anew."""
    op.create_index("ix_capture_ticks", "capture", _TICKS)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE wording_search")
        # Beginnings of words have indexes of their own: many words begin alike.
        op.execute(
            "CREATE VIRTUAL TABLE wording_search "
            "USING fts5(words, source, content='', prefix='1 2 3')"
        )
        _index(["words", "source"])


def downgrade() -> None:
    """Go back: pages are slower."""
    op.drop_index("ix_capture_ticks", "capture")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE wording_search")
        op.execute("CREATE VIRTUAL TABLE wording_search USING fts5(words, content='')")
        _index(["words"])


def _index(kept: list[str]) -> None:
    index = sa.table("wording_search", sa.column("rowid"), *map(sa.column, kept))
    wording = sa.table("wording", sa.column("id"), sa.column("source_id"), sa.column("text"))
    rows = op.get_bind().execute(sa.select(wording).order_by(wording.c.id))
    for some in rows.partitions(_AT_ONCE):
        entries = [
            {"rowid": number, "words": " ".join(words(text)), "source": source_word(source_id)}
            for number, source_id, text in some
        ]
        op.get_bind().execute(
            sa.insert(index), [{key: one[key] for key in ("rowid", *kept)} for one in entries]
        )
