"""Which models there are: from settings, keys and servers; what they can and what they cost."""
