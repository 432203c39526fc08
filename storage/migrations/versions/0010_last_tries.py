"""An alert says when it was last tried, and an error when it was met."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision; of tries so far nobody knows when they were."""
    op.add_column("alert", sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back: when an alert was tried is forgotten."""
    op.drop_column("alert", "tried_at")
