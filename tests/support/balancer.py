"""One address before several servers, as a reverse proxy is: each connection goes to the next server that takes it."""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Self

PIECE = 65_536
CONNECT_PATIENCE = 2.0
"""Seconds after which a server that takes no connection is passed over."""


class Balancer:
    """Listens on a loopback port while entered."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.port = 0
        self._ports = ports
        self._turn = 0
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def use(self, *ports: int) -> None:
        """From now on, new connections go to these servers only."""
        self._ports = ports

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        for connection in self._connections:
            connection.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._connections.add(task)
        writers = [writer]
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                server_reader, server_writer = await self._next_server()
                writers.append(server_writer)
                await _carry((reader, server_writer), (server_reader, writer))
        finally:
            self._connections.discard(task)
            for each in writers:
                each.transport.abort()

    async def _next_server(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        for _ in self._ports:
            self._turn += 1
            port = self._ports[self._turn % len(self._ports)]
            with contextlib.suppress(OSError):
                async with asyncio.timeout(CONNECT_PATIENCE):
                    return await asyncio.open_connection("127.0.0.1", port)
        raise ConnectionRefusedError


async def _carry(*ways: tuple[asyncio.StreamReader, asyncio.StreamWriter]) -> None:
    """Until one side is over."""
    pumps = [asyncio.ensure_future(_pump(*way)) for way in ways]
    try:
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for pump in pumps:
            pump.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(PIECE):
        writer.write(piece)
        await writer.drain()
