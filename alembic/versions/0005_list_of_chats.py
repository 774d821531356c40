"""the list of chats: pinned, archived, deleted and unread ones"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # One by one and never in a batch: see 0003. The defaults are what the version before means without saying it.
    op.add_column("chats", sa.Column("is_pinned", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name in ("archived_at", "deleted_at"):
        op.add_column("chats", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("chats", sa.Column("answered_revision", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_chats_account_id_updated_at", "chats", ["account_id", "updated_at"], unique=False)
    op.create_table(
        "readings",
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("list_revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "chat_id"),
    )
    op.create_index("ix_readings_chat_id", "readings", ["chat_id"], unique=False)


def downgrade() -> None:
    op.drop_table("readings")
    op.drop_index("ix_chats_account_id_updated_at", "chats")
    for name in ("answered_revision", "deleted_at", "archived_at", "is_pinned"):
        op.drop_column("chats", name)
