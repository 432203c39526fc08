"""Lists of versions are found without reading their wording."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    op.create_index("ix_version_source_id_number", "version", ["source_id", "number"])


def downgrade() -> None:
    """Go back: lists of versions are slower."""
    op.drop_index("ix_version_source_id_number", "version")
