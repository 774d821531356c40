"""What a person sets about themselves."""
