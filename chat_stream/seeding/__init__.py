"""Generates chats, to try the app with many of them. Nothing else depends on this."""

from chat_stream.seeding.chats import seed

__all__ = ["seed"]
