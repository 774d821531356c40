"""A TCP proxy that cuts, freezes and throttles: real backpressure, because it stops reading where it can't write."""

import asyncio
import contextlib
import socket
from typing import Self

CHUNK = 16_384
SMALL_BUFFER = 8_192
"""Bytes that the operating system holds for each socket, so that a viewer who doesn't read is soon felt."""


class Proxy:
    """Listens on a loopback port while entered, and carries each connection to `target`'s port."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self.carried = 0
        self._target = target
        self._rate: float | None = None
        self._flows = asyncio.Event()
        self._flows.set()
        self._connections: dict[asyncio.Task[None], list[asyncio.StreamWriter]] = {}
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        listener = socket.create_server(("127.0.0.1", 0))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL_BUFFER)
        self._server = await asyncio.start_server(self._connected, sock=listener, limit=CHUNK)
        self.port = listener.getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        self.cut()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def cut(self) -> None:
        """Resets every connection, on both sides."""
        for task, writers in tuple(self._connections.items()):
            for writer in writers:
                writer.transport.abort()
            task.cancel()

    def freeze(self) -> None:
        """Carries nothing from the server any more, and reads nothing from it."""
        self._flows.clear()

    def thaw(self) -> None:
        self._flows.set()

    def limit(self, bytes_per_second: float | None) -> None:
        """Carries no more than this from the server; None takes the limit away."""
        self._rate = bytes_per_second

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._connections[task] = [writer]
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                await self._carry(reader, writer, self._connections[task])
        finally:
            for each in self._connections.pop(task):
                each.transport.abort()

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, writers: list[asyncio.StreamWriter]
    ) -> None:
        target = socket.socket()
        target.setblocking(False)
        target.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
        await asyncio.get_running_loop().sock_connect(target, ("127.0.0.1", self._target))
        server_reader, server_writer = await asyncio.open_connection(sock=target, limit=CHUNK)
        writers.append(server_writer)
        ways = {
            asyncio.ensure_future(_pump(reader, server_writer)),
            asyncio.ensure_future(self._pump_slowly(server_reader, writer)),
        }
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)

    async def _pump_slowly(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await self._flows.wait()
            piece = await reader.read(CHUNK if self._rate is None else max(1, int(self._rate / 10)))
            await self._flows.wait()
            if not piece:
                return
            writer.write(piece)
            self.carried += len(piece)
            await writer.drain()
            if self._rate is not None:
                await asyncio.sleep(len(piece) / self._rate)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(CHUNK):
        writer.write(piece)
        await writer.drain()
