"""Network connections that are read at intervals: before each read, the reading task may await something.

This is done below HTTP, because only here it is known whether a read would wait: further up, data that arrived together
is split again and passed on without a pause. What arrives meanwhile stays in the operating system's buffer, which the
provider may fill.
"""

import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import httpcore

from chat_stream.llm.request import ReadWhen

RECORD = 2**14
"""The most bytes of text in a TLS record."""

OnRead = Callable[[], None]

_read_when: ContextVar[ReadWhen | None] = ContextVar("read_when", default=None)
_on_read: ContextVar[OnRead | None] = ContextVar("on_read", default=None)


def pause_reads(read_when: ReadWhen | None, on_read: OnRead | None = None) -> None:
    """Makes this task await `read_when` before each read, and call `on_read` after each read that brought bytes."""
    _read_when.set(read_when)
    _on_read.set(on_read)


class PausingNetwork(httpcore.AsyncNetworkBackend):
    """Wraps another network and adds the pauses."""

    def __init__(self, network: Any) -> None:  # httpcore doesn't type its own as one
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
        if read_when := _read_when.get():
            await read_when()
        read = await self._stream.read(max_bytes, timeout)
        if read and (on_read := _on_read.get()):
            on_read()
        return self._with_what_is_here(read)

    def _with_what_is_here(self, read: bytes) -> bytes:
        """Adds the TLS records that have arrived already. TLS returns one record at a time: otherwise each would wait
        for a pause of its own, and a server that sends each token in a record would be read no faster than once a
        pause."""
        decrypted: ssl.SSLObject | None = self.get_extra_info("ssl_object")
        if decrypted is None or not read:
            return read
        records = [read]
        with suppress(ssl.SSLError):  # nothing is left, or the next read reports the error
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
