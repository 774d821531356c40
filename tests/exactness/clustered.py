"""Two server processes, and what can happen to them and to what they share."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

from chat_stream.models.attempt import LEASE
from tests.exactness.backend import server_process
from tests.exactness.cluster import Cluster
from tests.exactness.outside import Outside
from tests.exactness.plan import Fault, Plan, Planned
from tests.exactness.returning import come_back
from tests.exactness.socket_viewer import SocketViewer
from tests.support.site import Server

PAST_THE_LEASE = LEASE + 3.0
"""Seconds: the other worker sweeps every two."""


class Clustered(Outside):
    """Viewers and the person who asks are on either server, as the balancer spreads them."""

    def __init__(self, plan: Plan, venue: Cluster, cookie: str) -> None:
        super().__init__(plan, venue, cookie)
        self.cluster = venue
        self._one_at_a_time = asyncio.Lock()
        self._actions: dict[Fault, Callable[[Planned], Awaitable[None]]] = {
            Fault.WRITER_KILLED: lambda planned: self._kill(self._writer_of(planned.question)),
            Fault.WATCHER_KILLED: lambda planned: self._kill(self._other_than_writer_of(planned.question)),
            Fault.WRITER_SUSPENDED: lambda planned: self._suspend(self._writer_of(planned.question)),
            Fault.REDIS_KILLED: self._kill_redis,
            Fault.REDIS_PAUSED: self._pause_redis,
            Fault.REDIS_FLUSHED: self._flush_redis,
            Fault.POSTGRESQL_RESTARTED: self._restart_postgresql,
        }

    async def lose(self, planned: Planned) -> bool:
        async with self._one_at_a_time:
            is_met = self.is_in_mid_stream
            await self._actions[planned.fault](planned)
            return is_met

    async def lock_database(self, seconds: float) -> None:
        raise NotImplementedError

    async def _waited_for(self, is_taken: Callable[[], bool]) -> None:
        """A click that a suspended server has not read yet is taken when it comes back."""
        await super()._waited_for(is_taken)
        async with self._one_at_a_time:
            await super()._waited_for(is_taken)

    async def _kill(self, server: Server) -> None:
        tabs = [watcher.page for watcher in self.watchers if isinstance(watcher, SocketViewer)]
        await asyncio.to_thread(server.kill)
        await come_back(tabs, self.ledger, self.findings)
        await asyncio.to_thread(server.start)

    async def _suspend(self, server: Server) -> None:
        assert server.process
        os.killpg(server.process.pid, signal.SIGSTOP)
        try:
            await asyncio.sleep(PAST_THE_LEASE)
        finally:
            os.killpg(server.process.pid, signal.SIGCONT)

    async def _kill_redis(self, planned: Planned) -> None:
        self.cluster.redis.kill()
        try:
            await asyncio.sleep(planned.seconds)
        finally:
            self.cluster.redis.start()

    async def _pause_redis(self, planned: Planned) -> None:
        self.cluster.redis.pause()
        try:
            await asyncio.sleep(planned.seconds)
        finally:
            self.cluster.redis.resume()

    async def _flush_redis(self, _: Planned) -> None:
        async with self.cluster.redis.client() as redis:
            await redis.flushall()

    async def _restart_postgresql(self, _: Planned) -> None:
        await asyncio.to_thread(self.cluster.postgresql.restart)  # at once: the ledger waits meanwhile, and all with it

    def _writer_of(self, question: int) -> Server:
        """The server that asked the provider for the newest answer to this question."""
        port = self.voice.of(question)[-1].asked_from
        writers = [server for server in self.cluster.servers if server.process and _has_connection(server, port)]
        return writers[0] if writers else self.cluster.servers[0]

    def _other_than_writer_of(self, question: int) -> Server:
        writer = self._writer_of(question)
        return next(server for server in self.cluster.servers if server is not writer)


def _has_connection(server: Server, port: int) -> bool:
    """Whether a socket of this process is bound to the port, by Linux's own tables."""
    process = Path(f"/proc/{server_process(server)}")
    rows = [row.split() for row in (process / "net/tcp").read_text().splitlines()[1:]]
    sockets = {f"socket:[{row[9]}]" for row in rows if row[1].endswith(f":{port:04X}")}
    return any(_target_of(descriptor) in sockets for descriptor in (process / "fd").iterdir())


def _target_of(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except OSError:  # closed meanwhile
        return ""
