"""What a process does on its own, asked by nobody.

Coroutines come in and are run again and again. Nothing of the app is known here.
"""

from chat_stream.tasks.loop import every

__all__ = ["every"]
