"""The box in which a text is written and sent, and the drafts that outlive it."""
