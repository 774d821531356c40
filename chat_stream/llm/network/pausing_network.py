"""Connections that are read now and then: before each read, the task that reads may have something to wait for.

Below HTTP, because only here it is known whether a read has to wait: what came together is taken apart again above,
and is handed on without a pause. What arrives meanwhile stays in the operating system, which is the provider's to fill.
"""

import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import httpcore

from chat_stream.llm.request import Pause

RECORD = 2**14
"""Bytes of text in a record of TLS, at most."""

OnRead = Callable[[], None]

_pause: ContextVar[Pause | None] = ContextVar("pause", default=None)
_on_read: ContextVar[OnRead | None] = ContextVar("on_read", default=None)


def pause_reads(pause: Pause | None, on_read: OnRead | None = None) -> None:
    """From now on, this task awaits the one before each read, and calls the other after each that brought bytes."""
    _pause.set(pause)
    _on_read.set(on_read)


class PausingNetwork(httpcore.AsyncNetworkBackend):
    """Another network, with pauses."""

    def __init__(self, network: Any) -> None:  # httpcore types its own as none
        self._network = network

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return _PausingStream(await self._network.connect_tcp(host, port, timeout, local_address, socket_options))

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return _PausingStream(await self._network.connect_unix_socket(path, timeout, socket_options))

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


class _PausingStream(httpcore.AsyncNetworkStream):
    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        if pause := _pause.get():
            await pause()
        read = await self._stream.read(max_bytes, timeout)
        if read and (on_read := _on_read.get()):
            on_read()
        return self._with_what_is_here(read)

    def _with_what_is_here(self, read: bytes) -> bytes:
        """TLS gives one record at a time, though others came with it: each would wait for a pause of its own, and a
        server that sends each token in a record be read no faster than the pauses are long."""
        decrypted: ssl.SSLObject | None = self.get_extra_info("ssl_object")
        if decrypted is None or not read:
            return read
        records = [read]
        with suppress(ssl.SSLError):  # nothing is left, or what went wrong is said at the next read
            while record := decrypted.read(RECORD):
                records.append(record)
        return b"".join(records)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        return _PausingStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
