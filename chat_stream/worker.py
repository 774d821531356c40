"""One worker: puts together its database, hub, journal and generations, and starts and stops them.

Everything above (states, HTTP routes) reaches the use cases through `worker()`.
"""

import asyncio
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import asynccontextmanager

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
        global _current
        await self._start()
        _current = self
        try:
            yield self
        finally:
            await self._stop()
            _current = None

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

    async def _start(self) -> None:
        await self._take_database()
        self.offered_models.found = await self._find_models()
        await self.offered_models.load()
        await self.stored.leases.sweep(all_are_dead=self.database.is_sqlite)
        await self.temporary.open()
        stored = self.stored
        own = (self.hub, self.reconciler, self.cleanup, self.offered_models, self.temporary)
        for part in (*own, stored.journal, stored.leases, stored.queue):
            self._tasks.append(asyncio.create_task(part.run(), name=type(part).__name__))
        log.info("worker.started", version=__version__, models=self.model_names())

    async def _stop(self) -> None:
        runners = (self.stored.runner, self.temporary.service.runner)
        await asyncio.gather(*(each.drain(self.settings.grace) for each in runners))
        await self.stored.queue.close()
        await self.titles.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.temporary.close()
        await llm.close()
        await self.rates.close()
        await self.database.close()
        if self._lock:
            self._lock.release()
        log.info("worker.stopped")

    async def _take_database(self) -> None:
        """Marks the attempts of the predecessor as interrupted. On SQLite, holding the lock proves that it is dead."""
        if self._lock is None:
            return
        await asyncio.to_thread(self.database.make_private)
        try:
            await asyncio.to_thread(self._lock.acquire, timeout=LOCK_PATIENCE)
        except Timeout:
            raise SettingError(
                f"Another chat_stream uses {self.database.file} already. Stop it, or set DATABASE_URL to another file."
            ) from None

    async def _find_models(self) -> list[llm.Model]:
        llm.say_contexts(self.settings.contexts)
        llm.say_patience(self.settings.patience)
        try:
            return await llm.available_models(self.settings.models)
        except ValueError as error:
            raise SettingError(str(error)) from None


def _vault(settings: Settings, database: Database) -> Vault:
    """The vault next to an SQLite file. With another database, its key is in that folder or in the setting."""
    folder = database.file.parent if database.file else data_folder()
    return Vault.open(settings.secret_key.get_secret_value(), folder)


def _provider(settings: Settings) -> Provider:
    redirect_uri = f"{settings.public_url}/api/openid/callback"
    secret = settings.oidc_client_secret.get_secret_value()
    return Provider(settings.oidc_issuer, settings.oidc_client_id, secret, redirect_uri)
