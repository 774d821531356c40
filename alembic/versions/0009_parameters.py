"""the system prompt and the parameters of a chat"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The version before, which may go on meanwhile, asks as if nothing were set.
    op.add_column("chats", sa.Column("system_prompt", sa.String(), nullable=False, server_default=""))
    op.add_column("chats", sa.Column("temperature", sa.Float(), nullable=True))
    op.add_column("chats", sa.Column("longest_answer", sa.Integer(), nullable=True))
    op.add_column("chats", sa.Column("effort", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for name in ("effort", "longest_answer", "temperature", "system_prompt"):
        op.drop_column("chats", name)
