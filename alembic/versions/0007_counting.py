"""what answers take of their models, and the sum of each chat"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # One by one and never in a batch: see 0003. The version before, which may go on meanwhile, counts its own tokens
    # and adds them to no sum.
    op.add_column("attempts", sa.Column("is_estimated", sa.Boolean(), nullable=True))
    for name in ("cost", "first_token_after", "written_in"):
        op.add_column("attempts", sa.Column(name, sa.Float(), nullable=True))
    numbers = ("prompt_tokens", "completion_tokens")
    attempts = sa.table("attempts", *map(sa.column, ("chat_id", *numbers)))
    chats = sa.table("chats", *map(sa.column, ("id", *numbers)))
    for name in numbers:
        op.add_column("chats", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        counted = sa.select(sa.func.coalesce(sa.func.sum(attempts.c[name]), 0)).where(attempts.c.chat_id == chats.c.id)
        op.execute(sa.update(chats).values({name: counted.scalar_subquery()}))
    op.add_column("chats", sa.Column("is_estimated", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("chats", sa.Column("cost", sa.Float(), nullable=False, server_default="0"))


def downgrade() -> None:
    for name in ("cost", "is_estimated", "completion_tokens", "prompt_tokens"):
        op.drop_column("chats", name)
    for name in ("written_in", "first_token_after", "cost", "is_estimated"):
        op.drop_column("attempts", name)
