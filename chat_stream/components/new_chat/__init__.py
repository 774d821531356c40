"""What a chat shows before anything was said: beginnings, and the way to a temporary chat."""
