"""Channels of alerts, what waits for a digest, and reviews of ratings without a flag."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    with op.batch_alter_table("alert") as batch:
        batch.add_column(
            sa.Column("channel", sa.String(), nullable=False, server_default=sa.text("'mail'"))
        )
    _create_digest_items()
    _create_rating_reviews()


def downgrade() -> None:
    """Go back: what waits for a digest is lost, and so are reviews without a flag."""
    op.drop_table("rating_review")
    op.drop_table("digest_item")
    with op.batch_alter_table("alert") as batch:
        batch.drop_column("channel")


def _create_digest_items() -> None:
    op.create_table(
        "digest_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("flag_id", sa.Integer(), nullable=False),
        _time("due_at"),
        _time("covered_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_digest_item"),
        sa.ForeignKeyConstraint(["flag_id"], ["flag.id"], name="fk_digest_item_flag_id"),
        sa.UniqueConstraint("recipient", "flag_id", name="uq_digest_item_recipient_flag_id"),
    )
    op.create_index("ix_digest_item_covered_at_due_at", "digest_item", ["covered_at", "due_at"])


def _create_rating_reviews() -> None:
    op.create_table(
        "rating_review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tool_id", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("decision", sa.String(40), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        _time("at"),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rating_review"),
    )
    op.create_index("ix_rating_review_tool_id_criterion", "rating_review", ["tool_id", "criterion"])


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
