"""why an answer ended before it was complete, for readers of any language"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Beside the English sentence, which stays: workers of the version before show that one.
    op.add_column("attempts", sa.Column("reason", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("attempts", "reason")
