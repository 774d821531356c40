"""the model that somebody used last"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Empty: the first there is. That is also what the version before goes on storing with new users.
    op.add_column("users", sa.Column("preferred_model", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("users", "preferred_model")
