"""The row below a message: what can be done with it, and when it was written."""
