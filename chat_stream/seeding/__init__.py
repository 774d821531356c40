"""Chats out of thin air, to see how the app is with many of them. Nothing else stands on this."""

from chat_stream.seeding.chats import seed

__all__ = ["seed"]
