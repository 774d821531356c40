"""how much of a chat a model could read, and how long it thought"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # One by one and never in a batch: see 0003.
    op.add_column("attempts", sa.Column("room", sa.Integer(), nullable=True))
    op.add_column("attempts", sa.Column("begins_with", sa.String(), nullable=True))
    op.add_column("attempts", sa.Column("thought_in", sa.Float(), nullable=True))


def downgrade() -> None:
    op.drop_column("attempts", "thought_in")
    op.drop_column("attempts", "begins_with")
    op.drop_column("attempts", "room")
