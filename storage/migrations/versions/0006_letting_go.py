"""Bodies rest on several joined ones, and the bytes of quiet ones can be let go."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision: each frame so far has one body as its prefix."""
    # Not in batch mode: nothing of this needs the bodies of a large store to be copied.
    op.add_column("body", sa.Column("joined", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("body", sa.Column("let_go_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("body", sa.Column("let_go_days", sa.Integer(), nullable=True))
    op.execute("UPDATE body SET joined = 1 WHERE base_hash IS NOT NULL")
    op.drop_column("body", "depth")
    op.create_index("ix_body_base_hash", "body", ["base_hash"])


def downgrade() -> None:
    """Go back, where every frame still has one body as its prefix and none was let go."""
    connection = op.get_bind()
    newer = "SELECT count(*) FROM body WHERE joined > 1 OR let_go_at IS NOT NULL"
    if connection.scalar(sa.text(newer)):
        raise NotImplementedError("frames that rest on several bodies cannot be read by 0005")
    op.drop_index("ix_body_base_hash", "body")
    op.add_column("body", sa.Column("depth", sa.Integer(), nullable=False, server_default="0"))
    deeper = (
        "UPDATE body SET depth = :depth WHERE base_hash IN (SELECT hash FROM body "
        "WHERE depth = :depth - 1 AND (:depth > 1 OR base_hash IS NULL))"
    )
    for depth in range(1, 51):
        connection.execute(sa.text(deeper), {"depth": depth})
    for name in ("let_go_days", "let_go_at", "joined"):
        op.drop_column("body", name)
