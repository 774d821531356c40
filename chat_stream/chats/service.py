"""The use cases of chats on one database: one service for stored chats, and one for temporary chats in memory."""

from collections.abc import Callable

from chat_stream.chats.allowance import Allowance
from chat_stream.chats.chats import Chats
from chat_stream.chats.messages import Messages
from chat_stream.chats.new_attempts import NewAttempts, Offered
from chat_stream.chats.queue import Queue
from chat_stream.chats.stops import Stops
from chat_stream.chats.versions import Versions
from chat_stream.database import Database
from chat_stream.generation.runner import Calls, Runner
from chat_stream.streaming import Hub, Journal, LiveCopies, News, Reads
from chat_stream.streaming.journal.lease import Leases


class ChatService:
    """The use cases of chats, the runner that answers, and what viewers read.

    Args:
        database: The database of the chats. It announces its changes to the hub.
        models: Returns the models that somebody may ask.
        authority: The database that says who may see what, if it is another one.
        on_commit: Called with the seconds that each transaction of the journal took.
        on_completion: Called with the id of each completed attempt.
    """

    def __init__(
        self,
        database: Database,
        hub: Hub,
        calls: Calls,
        models: Offered,
        allowance: Allowance,
        *,
        authority: Database | None = None,
        on_commit: Callable[[float], object] = lambda _: None,
        on_completion: Callable[[str], object] = lambda _: None,
    ) -> None:
        news = News(hub)
        self.database = database
        self.hub = hub
        self.reads = Reads(database, authority)
        self.copies = LiveCopies(database, hub)
        self.journal = Journal(database, news, on_commit=on_commit)
        self.leases = Leases(database, news, self.journal)
        self.runner = Runner(
            *(database, hub, self.journal, self.leases, calls), on_completion=on_completion, on_end=self._ended
        )
        self.new_attempts = NewAttempts(self.runner, models, allowance)
        self.messages = Messages(database, self.new_attempts)
        self.stops = Stops(database, news, self.runner)
        self.versions = Versions(database, self.new_attempts)
        self.chats = Chats(database, self.stops.end)
        self.queue = Queue(database, self.new_attempts)

    def _ended(self, chat_id: str) -> None:
        """Checks the chat's queue after an answer has ended. The queue is made after the runner, which it starts."""
        self.queue.look(chat_id)
