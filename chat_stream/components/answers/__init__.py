"""What a model answers: its reasoning, its text, and how it stands."""
