"""A team: its members, its invitations, its settings."""
