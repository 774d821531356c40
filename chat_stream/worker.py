"""One worker: puts together its database, hub, journal and generations, and starts and stops them.

Everything above (states, HTTP routes) reaches the use cases through `worker()`.
"""

import asyncio
from collections.abc import AsyncGenerator, Collection, Generator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

import structlog

from chat_stream import __version__, llm
from chat_stream.accounts import People
from chat_stream.chats import Allowance, ChatService, OfferedModels, TemporaryChats, Titles, is_temporary
from chat_stream.config import Settings
from chat_stream.database import Database, SoleUser
from chat_stream.folders import data_folder
from chat_stream.generation import Calls, Stream
from chat_stream.keys import ProviderKeys, Vault
from chat_stream.limits import AtATime, Rates
from chat_stream.models import Attempt, Scope
from chat_stream.operations import (
    Check,
    Cleanup,
    Generations,
    Metrics,
    NotReady,
    Readiness,
    SchemaVersion,
    Watched,
    observed,
)
from chat_stream.streaming import (
    AttemptFollow,
    Attempts,
    ChatFollow,
    Cursor,
    Hub,
    ListFollow,
    MemoryHub,
    News,
    Part,
    Positions,
    Reconciler,
    RedisHub,
)
from chat_stream.texts import Text

log = structlog.get_logger()

_current: "Worker | None" = None


def worker() -> "Worker":
    """The worker that runs in this process."""
    if _current is None:
        raise RuntimeError("No worker is running in this process.")
    return _current


class Worker:
    """Everything that one process does for its viewers.

    Args:
        stream: What answers a request; LiteLLM unless given.
    """

    def __init__(self, settings: Settings, stream: Stream = llm.stream) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.hub: Hub = RedisHub(settings.redis_url, self.metrics.hub_sent) if settings.redis_url else MemoryHub()
        tell = News(self.hub).tell
        self.database = Database(settings.database_url, connections=settings.database_connections, tell=tell)
        self.sole_user = SoleUser(self.database)
        vault = _vault(settings, self.database)
        self.keys = ProviderKeys(self.database, vault, allows_private=settings.allows_private_addresses)
        self.offered_models = OfferedModels(self.database, self.keys.model_names)
        self.people = People(self.database, settings, self.offered_models.load)
        self.rates = Rates(settings.redis_url or "")
        self.sockets = AtATime(settings.limits.sockets, Text("limit-tabs"))
        self.live_reads = AtATime(settings.limits.live_reads, Text("limit-reads"))
        self._make_chats(stream)
        self.attempts = Attempts(self.database)
        self.reconciler = Reconciler(self.database, self.stored.copies)
        self.generations = Generations(self.database, self.stored.stops)
        self.cleanup = Cleanup(self.database)
        self.readiness = Readiness(self._checks())
        self._measure()
        self._tasks: list[asyncio.Task[None]] = []
        self._begun = AsyncExitStack()

    def _make_chats(self, stream: Stream) -> None:
        """Makes the services of stored and temporary chats. Each counts the answers that the other one writes."""
        limits, models = self.settings.limits, self.offered_models.names_of
        calls = Calls(observed(stream, self.metrics), self.keys.credentials, self.metrics.generation_ended)
        self.titles = Titles(self.database, calls, self.settings.title_model)
        self.temporary = TemporaryChats(self.database, calls, models, self.rates, limits)
        self.stored = ChatService(
            self.database,
            self.hub,
            calls,
            models,
            Allowance(self.rates, limits, self.temporary.written_for),
            on_commit=self.metrics.committed,
            on_completion=self.titles.answered,
        )

    @asynccontextmanager
    async def running(self) -> AsyncGenerator["Worker"]:
        """Starts, serves until the block ends, then stops in order.

        Raises:
            SettingError: A setting can't be used, or another process has the SQLite file.
        """
        await self.start()
        with _current_is(self):
            try:
                yield self
            finally:
                await self.stop()

    async def start(self) -> None:
        """Starts part after part. If one of them fails, the parts before it are stopped.

        Raises:
            SettingError: A setting can't be used, or another process has the SQLite file.
        """
        async with AsyncExitStack() as begun:
            await self._begin(begun)
            self._begun = begun.pop_all()

    async def stop(self) -> None:
        """Stops all parts, the last one first. The failure of one part is raised after the others have stopped."""
        await self._begun.aclose()
        log.info("worker.stopped")

    async def _begin(self, begun: AsyncExitStack) -> None:
        """Starts each part and registers how it stops. A stop goes from the last line to the first."""
        await self.sole_user.take()
        begun.callback(self.sole_user.release)
        begun.push_async_callback(self.database.close)
        begun.push_async_callback(self.rates.close)
        begun.push_async_callback(llm.close)
        llm.say_contexts(self.settings.contexts)
        llm.say_patience(self.settings.patience)
        await self.offered_models.find(self.settings.models)
        await self.offered_models.load()
        await self.stored.leases.sweep(all_are_dead=self.database.is_sqlite)
        begun.push_async_callback(self.temporary.close)
        await self.temporary.open()
        begun.push_async_callback(self._end_tasks)
        self._begin_tasks()
        begun.push_async_callback(self.titles.close)
        begun.push_async_callback(self.stored.queue.close)
        begun.push_async_callback(self._drain)
        log.info("worker.started", version=__version__, models=self.offered_models.names())

    def _begin_tasks(self) -> None:
        stored = self.stored
        own = (self.hub, self.reconciler, self.cleanup, self.offered_models, self.temporary)
        for part in (*own, stored.journal, stored.leases, stored.queue):
            self._tasks.append(asyncio.create_task(part.run(), name=type(part).__name__))

    async def _end_tasks(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _drain(self) -> None:
        """Ends the generations while everything that stores and shows them still runs."""
        runners = (self.stored.runner, self.temporary.service.runner)
        await asyncio.gather(*(each.drain(self.settings.grace) for each in runners))

    def where(self, scope: Scope, chat_id: str) -> ChatService:
        """The use cases of a chat, on the database that has it.

        Raises:
            NotFound: It was a temporary one, which is gone, or isn't theirs.
        """
        if not is_temporary(chat_id):
            return self.stored
        self.temporary.check(scope, chat_id)
        return self.temporary.service

    def follow_chat(self, scope: Scope, chat_id: str, cursor: Cursor) -> Watched[ChatFollow]:
        """The changes to a chat that a viewer with this cursor lacks, from now on.

        Raises:
            NotFound: It was a temporary one, which is gone, or isn't theirs.
        """
        at = self.where(scope, chat_id)
        follow = ChatFollow(at.reads, at.hub, at.copies, scope, chat_id, cursor)
        return Watched(self.reconciler, self.metrics, follow)

    def follow_list(self, scope: Scope, revision: int) -> Watched[ListFollow]:
        """The changes to the account's list of chats that a viewer at this revision lacks, from now on."""
        return Watched(self.reconciler, self.metrics, ListFollow(self.stored.reads, self.hub, scope, revision))

    def follow_attempt(
        self, scope: Scope, attempt: Attempt, has: Positions, parts: Collection[Part]
    ) -> Watched[AttemptFollow]:
        """The text that a reader at these positions of an attempt lacks, from now on."""
        follow = AttemptFollow(self.stored.reads, self.hub, self.stored.copies, scope, attempt, has, parts)
        return Watched(self.reconciler, self.metrics, follow)

    def _checks(self) -> dict[str, Check]:
        checks: dict[str, Check] = {
            "worker": self._is_open,
            "database": self.database.ping,
            "migrations": SchemaVersion(self.database).check,
        }
        return {**checks, "redis": self.hub.ping} if isinstance(self.hub, RedisHub) else checks

    def _measure(self) -> None:
        self.metrics.read_journal(self.stored.journal)
        self.metrics.read_viewers(self.reconciler)
        self.metrics.read("generations_running", "Generations that run here", self._running)
        self.metrics.read("temporary_chats", "Temporary chats that are held in memory", lambda: len(self.temporary))
        self.metrics.read("live_copies", "Answers whose text is held for viewers", lambda: len(self.stored.copies))
        self.metrics.read_hub(self.hub)

    def _running(self) -> int:
        return sum(len(chats.runner) for chats in (self.stored, self.temporary.service))

    async def _is_open(self) -> None:
        if self.stored.runner.is_draining:
            raise NotReady("this worker is stopping")
        has_others = bool(self.settings.redis_url)
        if has_others and llm.is_warming_up():
            raise NotReady("this worker has just started, and loads what its answers need")


@contextmanager
def _current_is(worker: Worker) -> Generator[None]:
    global _current
    _current = worker
    try:
        yield
    finally:
        _current = None


def _vault(settings: Settings, database: Database) -> Vault:
    """The vault next to an SQLite file. With another database, its key is in that folder or in the setting."""
    folder = database.file.parent if database.file else data_folder()
    return Vault.open(settings.secret_key.get_secret_value(), folder)
