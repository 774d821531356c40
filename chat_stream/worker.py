"""One worker: puts together its database, hub, journal and generations, and starts and stops them.

Everything above (states, HTTP routes) reaches the use cases through `worker()`.
"""

import asyncio
from collections.abc import AsyncGenerator, Collection, Generator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

import structlog
from filelock import FileLock, Timeout

from chat_stream import __version__, llm
from chat_stream.accounts import (
    Accounts,
    Administration,
    ApiTokens,
    InstallationSettings,
    Invitations,
    Lifetimes,
    Mail,
    OpenId,
    Profile,
    Provider,
    Teams,
)
from chat_stream.chats import (
    Allowance,
    ChatService,
    OfferedModels,
    TemporaryChats,
    Titles,
    is_temporary,
)
from chat_stream.config import SettingError, Settings
from chat_stream.database import FILE_MODE, Database
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

LOCK_PATIENCE = 10.0
"""Seconds for which a start waits for its predecessor to release an SQLite file. A hot reload needs them."""

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
        self.database = Database(
            settings.database_url, connections=settings.database_connections, tell=News(self.hub).tell
        )
        self.offered_models = OfferedModels(self.database)
        self.rates = Rates(settings.redis_url or "")
        self.sockets = AtATime(settings.limits.sockets, Text("limit-tabs"))
        self.live_reads = AtATime(settings.limits.live_reads, Text("limit-reads"))
        self._make_accounts()
        self._make_chats(stream)
        self.attempts = Attempts(self.database)
        self.reconciler = Reconciler(self.database, self.stored.copies)
        self.generations = Generations(self.database, self.stored.conversations)
        self.cleanup = Cleanup(self.database)
        self.readiness = Readiness(self._checks())
        self._measure()
        self._tasks: list[asyncio.Task[None]] = []
        self._begun = AsyncExitStack()
        self._lock = (
            FileLock(f"{self.database.file}.lock", mode=FILE_MODE, thread_local=False) if self.database.file else None
        )

    def _make_accounts(self) -> None:
        """Who people are, and what is theirs."""
        settings = self.settings
        self.accounts = Accounts(self.database, Lifetimes(settings.session_idle, settings.session_life))
        self.api_tokens = ApiTokens(self.database)
        self.profile = Profile(self.database, self.accounts.passwords)
        self.teams = Teams(self.database)
        self.openid = OpenId(self.database, self.accounts.sessions, _provider(settings))
        self.mail = Mail(settings.smtp_url, settings.mail_from)
        self.invitations = Invitations(self.database, self.mail, settings.public_url)
        self.administration = Administration(self.database, settings.public_url)
        self.installation = InstallationSettings(self.database, self.offered_models.load)
        vault = _vault(settings, self.database)
        self.keys = ProviderKeys(self.database, vault, allows_private=settings.allows_private_addresses)

    def _make_chats(self, stream: Stream) -> None:
        """The stored and the temporary ones. Each counts what the other writes for somebody, too."""
        limits = self.settings.limits
        calls = Calls(observed(stream, self.metrics), self.keys.credentials, self.metrics.generation_ended)
        self.titles = Titles(self.database, calls, self.settings.title_model)
        self.temporary = TemporaryChats(self.database, calls, self._names_for, self.rates, limits)
        self.stored = ChatService(
            self.database,
            self.hub,
            calls,
            self._names_for,
            Allowance(self.rates, limits, self._written_in_memory),
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
        """Begins part after part. If one of them fails, those before it are ended.

        Raises:
            SettingError: A setting can't be used, or another process has the SQLite file.
        """
        async with AsyncExitStack() as begun:
            await self._begin(begun)
            self._begun = begun.pop_all()

    async def stop(self) -> None:
        """Ends what was begun, the last first. What fails to end keeps nothing else from ending, and is raised then."""
        await self._begun.aclose()

    async def _begin(self, begun: AsyncExitStack) -> None:
        """Beside each part stands how it ends, so that a stop reads from the bottom to the top."""
        begun.callback(log.info, "worker.stopped")
        await self._take_database(begun)
        begun.push_async_callback(self.database.close)
        begun.push_async_callback(self.rates.close)
        begun.push_async_callback(llm.close)
        self.offered_models.found = await self._find_models()
        await self.offered_models.load()
        await self.stored.leases.sweep(all_are_dead=self.database.is_sqlite)
        begun.push_async_callback(self.temporary.close)
        await self.temporary.open()
        begun.push_async_callback(self._end_tasks)
        self._begin_tasks()
        begun.push_async_callback(self.titles.close)
        begun.push_async_callback(self.stored.queue.close)
        begun.push_async_callback(self._drain)
        log.info("worker.started", models=self.model_names())

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
        """Generations end while all that stores and shows them still runs."""
        runners = (self.stored.runner, self.temporary.service.runner)
        await asyncio.gather(*(each.drain(self.settings.grace) for each in runners))

    async def _take_database(self, begun: AsyncExitStack) -> None:
        """On SQLite there is one worker: that this one has the lock proves that its predecessor is dead."""
        if self._lock is None:
            return
        await asyncio.to_thread(self.database.make_private)
        try:
            await asyncio.to_thread(self._lock.acquire, timeout=LOCK_PATIENCE)
        except Timeout:
            raise SettingError(
                f"Another chat_stream uses {self.database.file} already. Stop it, or set DATABASE_URL to another file."
            ) from None
        begun.callback(self._lock.release)

    @property
    def models(self) -> Sequence[llm.Model]:
        """The models that people can choose. The first is the default."""
        return self.offered_models.offered()

    def model_names(self) -> list[str]:
        return [model.name for model in self.models]

    async def models_for(self, scope: Scope) -> list[llm.Model]:
        """The installation's models, and those of the account's own keys."""
        own = await self.keys.model_names(scope.account_id)
        names = dict.fromkeys([*self.model_names(), *own])
        return llm.told_apart(map(llm.described, names))

    async def _names_for(self, scope: Scope) -> list[str]:
        return [model.name for model in await self.models_for(scope)]

    async def _written_in_memory(self, user_id: str) -> int:
        return self.temporary.written_for(user_id)

    def where(self, scope: Scope, chat_id: str) -> ChatService:
        """Who has the use cases of a chat.

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
        """What a viewer at this revision doesn't have of its account's list of chats, from now on."""
        return Watched(self.reconciler, self.metrics, ListFollow(self.stored.reads, self.hub, scope, revision))

    def follow_attempt(
        self, scope: Scope, attempt: Attempt, has: Positions, parts: Collection[Part]
    ) -> Watched[AttemptFollow]:
        """What a reader at these positions doesn't have of an attempt's parts, from now on."""
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

    async def _find_models(self) -> list[llm.Model]:
        llm.say_contexts(self.settings.contexts)
        llm.say_patience(self.settings.patience)
        try:
            return await llm.available_models(self.settings.models)
        except ValueError as error:
            raise SettingError(str(error)) from None


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


def _provider(settings: Settings) -> Provider:
    redirect_uri = f"{settings.public_url}/api/openid/callback"
    secret = settings.oidc_client_secret.get_secret_value()
    return Provider(settings.oidc_issuer, settings.oidc_client_id, secret, redirect_uri)
