"""The administration page: what administrators see and set."""
