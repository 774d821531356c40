"""Which models there are, and choosing among them."""
