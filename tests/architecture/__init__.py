"""The tree's own rules: which room may know which."""
