"""Which messages of a chat are shown, where there are versions and answers side by side."""
