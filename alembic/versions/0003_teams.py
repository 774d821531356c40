"""teams, invitations, administration and the trail"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# What the release before, which may go on meanwhile, doesn't say of a new session: it never idles out until it is used.
LONG_AGO = sa.text("'1970-01-01 00:00:00'")
FOREVER = sa.text("'9999-12-31 00:00:00'")


def upgrade() -> None:
    # Columns are added one by one and never in a batch: for a batch, SQLite makes a new table, and dropping the old one
    # would delete the rows that refer to it.
    op.add_column("users", sa.Column("is_administrator", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("users", sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE users SET is_administrator = true WHERE id = (SELECT id FROM users ORDER BY created_at, id LIMIT 1)"
    )

    op.add_column("sessions", sa.Column("device", sa.String(), nullable=False, server_default=""))
    for name, default in (("last_seen_at", LONG_AGO), ("idle_until", FOREVER)):
        column = sa.Column(name, sa.DateTime(timezone=True), nullable=False, server_default=default)
        op.add_column("sessions", column)
    op.execute("UPDATE sessions SET last_seen_at = created_at, idle_until = expires_at")

    op.create_table(
        "invitations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("invited_by", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["invited_by"], ["users.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_invitations_token_hash", "invitations", ["token_hash"], unique=True)
    op.create_index("ix_invitations_account_id", "invitations", ["account_id"], unique=False)

    op.create_table(
        "password_resets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_password_resets_token_hash", "password_resets", ["token_hash"], unique=True)
    op.create_index("ix_password_resets_user_id", "password_resets", ["user_id"], unique=False)

    op.create_table(
        "identities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("issuer", "subject"),
    )
    op.create_index("ix_identities_user_id", "identities", ["user_id"], unique=False)

    op.create_table(
        "installations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("is_sign_up_open", sa.Boolean(), nullable=False),
        sa.Column("allowed_models", sa.JSON(), nullable=False),
        sa.Column("default_model", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    for table in ("audit_entries", "installations", "identities", "password_resets", "invitations"):
        op.drop_table(table)
    for column in ("idle_until", "last_seen_at", "device"):
        op.drop_column("sessions", column)
    for column in ("disabled_at", "is_administrator"):
        op.drop_column("users", column)
