"""The wording of all versions can be searched."""

import sqlalchemy as sa
from alembic import op
from sqlmodel import Session

from storage.columns import UtcDateTime
from storage.search import SearchWriting
from storage.search_words import as_tsvector, words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


class _IndexThen(SearchWriting):
    """The index as it was then: the words alone, in both databases."""

    def _index(self, source_id: str, number: int, passage: str) -> None:
        del source_id
        sqlite = self._database == "sqlite"
        text = " ".join(words(passage)) if sqlite else as_tsvector(passage)
        into = "(rowid, words) VALUES (:id, :words)"
        if not sqlite:
            into = "(id, words) VALUES (:id, CAST(:words AS tsvector))"
        self._session.execute(
            sa.text(f"INSERT INTO wording_search {into}"),
            {"id": number, "words": text},
        )


def upgrade() -> None:
    """Bring the tables to this revision, and index the versions that are there."""
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_wording"),
        sa.UniqueConstraint("source_id", "hash", name="uq_wording_source_id_hash"),
    )
    op.create_table(
        "standing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("since_number", sa.Integer(), nullable=False),
        sa.Column("since_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_number", sa.Integer(), nullable=True),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_standing"),
        sa.ForeignKeyConstraint(["wording_id"], ["wording.id"], name="fk_standing_wording_id"),
    )
    op.create_index("ix_standing_wording_id", "standing", ["wording_id"])
    if op.get_bind().dialect.name == "sqlite":
        # Words come folded and in order; the texts themselves stand in `wording`.
        op.execute("CREATE VIRTUAL TABLE wording_search USING fts5(words, content='')")
    else:
        op.execute(
            "CREATE TABLE wording_search ("
            "id INTEGER PRIMARY KEY REFERENCES wording (id), words tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_wording_search_words ON wording_search USING gin (words)")
    _index_what_is_there()


def downgrade() -> None:
    """Go back: the index can be made again from the versions."""
    op.drop_table("wording_search")
    op.drop_table("standing")
    op.drop_table("wording")


def _index_what_is_there() -> None:
    version = sa.table(
        "version",
        sa.column("source_id", sa.String()),
        sa.column("number", sa.Integer()),
        sa.column("at", UtcDateTime()),
        sa.column("blocks", sa.JSON()),
        sa.column("id", sa.Integer()),
    )
    rows = sa.select(
        version.c.source_id, version.c.number, version.c.at, version.c.blocks
    ).order_by(version.c.source_id, version.c.number, version.c.id)
    with Session(op.get_bind()) as session:
        index = _IndexThen(session)
        for source_id, number, at, blocks in op.get_bind().execute(rows):
            index.index_version(source_id, number, at, [block["text"] for block in blocks])
