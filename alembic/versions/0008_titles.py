"""whose words a chat's title is"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Of the chats that there are, and of those that the version before goes on making, nobody knows: they are left.
    op.add_column("chats", sa.Column("title_from", sa.String(), nullable=False, server_default="person"))


def downgrade() -> None:
    op.drop_column("chats", "title_from")
