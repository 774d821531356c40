"""Branches: which message follows which, which was chosen, and what an attempt goes on from"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("follows", sa.String(), nullable=True))
    op.add_column("messages", sa.Column("chosen", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("attempts", sa.Column("asked_model", sa.String(), nullable=True))
    op.add_column("attempts", sa.Column("continues", sa.String(), nullable=True))
    op.add_column("attempts", sa.Column("is_cut", sa.Boolean(), nullable=True))


def downgrade() -> None:
    for column in ("is_cut", "continues", "asked_model"):
        op.drop_column("attempts", column)
    for column in ("chosen", "follows"):
        op.drop_column("messages", column)
