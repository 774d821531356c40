"""From a prompt to a finished message: the use cases of a chat, and the runner that answers.

A scope and a text come in, rows and a running generation come out. No page and no HTTP request enters here.
"""

from chat_stream.generation.allowance import Allowance
from chat_stream.generation.answering import MOST_COMPARED, Answering
from chat_stream.generation.chats import Chats
from chat_stream.generation.conversations import Conversations, Sent
from chat_stream.generation.generations import Generations, RunningGeneration
from chat_stream.generation.offered_models import OfferedModels
from chat_stream.generation.parameters import LONGEST_PROMPT
from chat_stream.generation.queue import Queue
from chat_stream.generation.runner import Runner
from chat_stream.generation.temporary import TEMPORARY, TemporaryChats, is_temporary
from chat_stream.generation.text import LIMIT, LONGEST_TITLE, Unacceptable
from chat_stream.generation.titles import Titles
from chat_stream.generation.versions import Versions

__all__ = [
    "LIMIT",
    "LONGEST_PROMPT",
    "LONGEST_TITLE",
    "MOST_COMPARED",
    "TEMPORARY",
    "Allowance",
    "Answering",
    "Chats",
    "Conversations",
    "Generations",
    "OfferedModels",
    "Queue",
    "Runner",
    "RunningGeneration",
    "Sent",
    "TemporaryChats",
    "Titles",
    "Unacceptable",
    "Versions",
    "is_temporary",
]
