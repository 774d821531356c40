"""The use cases of a chat: messages, versions, the queue, titles, temporary chats.

`chats` renames, pins, archives and deletes; `titles` has only the titles that a model finds by itself.

A scope and a text come in; rows and a running generation come out. No page and no HTTP request enters here.
"""

from chat_stream.chats.allowance import Allowance
from chat_stream.chats.chats import Chats
from chat_stream.chats.messages import Messages, SentMessage
from chat_stream.chats.new_attempts import MOST_COMPARED, NewAttempts
from chat_stream.chats.offered_models import OfferedModels
from chat_stream.chats.parameters import LONGEST_PROMPT
from chat_stream.chats.queue import Queue
from chat_stream.chats.service import ChatService
from chat_stream.chats.stops import Stops
from chat_stream.chats.temporary import TEMPORARY, TemporaryChats, is_temporary
from chat_stream.chats.text import LIMIT, LONGEST_TITLE, Unacceptable
from chat_stream.chats.titles import Titles
from chat_stream.chats.versions import Versions

__all__ = [
    "LIMIT",
    "LONGEST_PROMPT",
    "LONGEST_TITLE",
    "MOST_COMPARED",
    "TEMPORARY",
    "Allowance",
    "ChatService",
    "Chats",
    "Messages",
    "NewAttempts",
    "OfferedModels",
    "Queue",
    "SentMessage",
    "Stops",
    "TemporaryChats",
    "Titles",
    "Unacceptable",
    "Versions",
    "is_temporary",
]
