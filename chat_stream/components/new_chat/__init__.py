"""The empty new chat: suggestions, and the way to a temporary chat."""
