"""The first tables."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from domain.errors import StoreError

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    _create_bodies_and_captures()
    _create_versions()
    _create_changes()
    _create_flags_and_reviews()
    _create_problems()
    _create_outbox()
    _create_source_state()


def downgrade() -> None:
    """Refuse: below this revision there is nothing, and evidence is never purged."""
    raise StoreError("There is nothing before the first tables: delete the store by hand")


def _create_bodies_and_captures() -> None:
    op.create_table(
        "body",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("frame", sa.LargeBinary(), nullable=False),
        sa.Column("base_hash", sa.String(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_body"),
        sa.ForeignKeyConstraint(["base_hash"], ["body.hash"], name="fk_body_base_hash"),
    )
    op.create_table(
        "capture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        _time("fetched_at"),
        sa.Column("requested_url", sa.Text(), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("redirects", sa.JSON(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(40), nullable=False),
        sa.Column("body_hash", sa.String(), nullable=False),
        sa.Column("problem_kind", sa.String(40), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
        sa.ForeignKeyConstraint(["body_hash"], ["body.hash"], name="fk_capture_body_hash"),
        sa.UniqueConstraint("source_id", "fetched_at", name="uq_capture_source_id_fetched_at"),
    )
    op.create_index("ix_capture_body_hash", "capture", ["body_hash"])


def _create_versions() -> None:
    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("capture_id", sa.Integer(), nullable=False),
        _time("at"),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("recipe", sa.String(), nullable=False),
        sa.Column("wording_hash", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_version_capture_id"),
        sa.ForeignKeyConstraint(["replaces_id"], ["version.id"], name="fk_version_replaces_id"),
        sa.UniqueConstraint("replaces_id", name="uq_version_replaces_id"),
    )
    op.create_index("ix_version_capture_id", "version", ["capture_id"])
    _create_partial_index(
        "uq_version_source_id_number", "version", ["source_id", "number"], "replaces_id IS NULL"
    )
    # Captures and versions name each other, so this one comes when both are there.
    with op.batch_alter_table("capture") as capture:
        capture.create_foreign_key("fk_capture_version_id", "version", ["version_id"], ["id"])


def _create_changes() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("old_version_id", sa.Integer(), nullable=False),
        sa.Column("new_version_id", sa.Integer(), nullable=False),
        _time("at"),
        sa.Column("significance", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sa.ForeignKeyConstraint(
            ["old_version_id"], ["version.id"], name="fk_change_old_version_id"
        ),
        sa.ForeignKeyConstraint(
            ["new_version_id"], ["version.id"], name="fk_change_new_version_id"
        ),
        sa.UniqueConstraint(
            "old_version_id", "new_version_id", name="uq_change_old_version_id_new_version_id"
        ),
    )
    op.create_index("ix_change_new_version_id", "change", ["new_version_id"])
    op.create_index("ix_change_source_id_at", "change", ["source_id", "at"])


def _create_flags_and_reviews() -> None:
    op.create_table(
        "flag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("tool_id", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        _time("at"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_flag"),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name="fk_flag_change_id"),
        sa.UniqueConstraint(
            "change_id", "tool_id", "criterion", name="uq_flag_change_id_tool_id_criterion"
        ),
    )
    op.create_index("ix_flag_source_id", "flag", ["source_id"])
    op.create_index("ix_flag_tool_id_criterion", "flag", ["tool_id", "criterion"])
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("flag_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(40), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        _time("at"),
        sa.Column("why", sa.Text(), nullable=False),
        _time("until", nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.ForeignKeyConstraint(["flag_id"], ["flag.id"], name="fk_review_flag_id"),
    )
    op.create_index("ix_review_flag_id", "review", ["flag_id"])


def _create_problems() -> None:
    op.create_table(
        "problem",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("what", sa.JSON(), nullable=False),
        sa.Column("advice", sa.JSON(), nullable=False),
        sa.Column("certain", sa.Boolean(), nullable=False),
        _time("opened_at"),
        _time("closed_at", nullable=True),
        sa.Column("capture_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_problem"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_problem_capture_id"),
    )
    op.create_index("ix_problem_source_id_opened_at", "problem", ["source_id", "opened_at"])
    _create_partial_index(
        "uq_problem_source_id_open", "problem", ["source_id"], "closed_at IS NULL"
    )


def _create_outbox() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        _time("queued_at"),
        _time("next_try_at"),
        sa.Column("tries", sa.Integer(), nullable=False),
        _time("delivered_at", nullable=True),
        _time("given_up_at", nullable=True),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
        sa.UniqueConstraint("message_id", name="uq_alert_message_id"),
    )
    op.create_index(
        "ix_alert_delivered_at_given_up_at_next_try_at",
        "alert",
        ["delivered_at", "given_up_at", "next_try_at"],
    )


def _create_source_state() -> None:
    op.create_table(
        "source_state",
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        _time("next_due_at", nullable=True),
        _time("last_checked_at", nullable=True),
        _time("last_good_at", nullable=True),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("validators_version_id", sa.Integer(), nullable=True),
        sa.Column("body_hash", sa.String(), nullable=False),
        sa.Column("visible_hash", sa.String(), nullable=False),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.Column("lease_owner", sa.String(), nullable=True),
        _time("lease_until", nullable=True),
        sa.PrimaryKeyConstraint("source_id", name="pk_source_state"),
        sa.ForeignKeyConstraint(
            ["validators_version_id"],
            ["version.id"],
            name="fk_source_state_validators_version_id",
        ),
    )


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _create_partial_index(name: str, table: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=True, sqlite_where=condition, postgresql_where=condition
    )
