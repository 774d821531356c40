"""Work that a process repeats on its own.

Coroutines come in and are run again and again. This room knows nothing of the app.
"""

from chat_stream.tasks.loop import every

__all__ = ["every"]
