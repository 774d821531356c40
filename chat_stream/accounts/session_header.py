"""The header in which a checked session reaches the states behind Reflex's websocket."""

SESSION_HEADER = "chat-stream-session"
"""Holds the id of the session that the cookie proved. Only the app's own middleware sets this header: a client's header
with this name is removed. The id alone gives no access."""
