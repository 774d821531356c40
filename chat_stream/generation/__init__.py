"""From a prompt to a finished message: the runner, what it asks a model, and what it makes of the answer.

An attempt comes in; its text goes to the journal. No page, no HTTP request and no use case enters here.
"""

from chat_stream.generation.runner import Calls, Runner, Stream

__all__ = ["Calls", "Runner", "Stream"]
