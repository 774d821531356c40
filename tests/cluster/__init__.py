"""Several workers on one PostgreSQL and one Redis."""
