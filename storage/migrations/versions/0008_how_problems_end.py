"""Why a problem was closed: the document is back, or something else took its place."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision: so far a problem was closed when it was over."""
    op.add_column("problem", sa.Column("ended", sa.String(40), nullable=True))
    op.execute("UPDATE problem SET ended = 'back' WHERE closed_at IS NOT NULL")


def downgrade() -> None:
    """Go back: all that is left is when it was closed."""
    op.drop_column("problem", "ended")
