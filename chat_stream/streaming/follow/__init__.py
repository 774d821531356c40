"""Reading: each viewer has a cursor, and all viewers of an attempt share one live copy.

Rows and deltas come in, updates go out.
"""
