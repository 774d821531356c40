"""chat_stream: people talk with AI models, and every message is an object with a live stream of its own."""

__version__ = "0.1.0"
