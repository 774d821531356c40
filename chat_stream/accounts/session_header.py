"""How a proven session reaches the states behind Reflex's websocket."""

SESSION_HEADER = "chat-stream-session"
"""Holds the id of the session that the cookie proved. Only the app's own middleware sets it: what a client
sends under this name is dropped, and the id opens nothing by itself."""
