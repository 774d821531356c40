"""what a provider said of a failure, in its own words"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("provider_words", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("attempts", "provider_words")
