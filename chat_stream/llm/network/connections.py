"""httpx over a network of one's own. httpx's own transport has no way to say through which network it connects.

httpcore, on which httpx stands, has that way, so this is httpx's transport in short: HTTP/1.1, no proxies.
"""

import ssl
from collections.abc import AsyncIterable, AsyncIterator, Generator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx


class Connections(httpx.AsyncBaseTransport):
    """A pool of any number of connections.

    Args:
        network: What makes them.
        kept: How many connections without a request wait for the next one, at most.
        expiry: Seconds for which they wait.
    """

    def __init__(
        self, network: httpcore.AsyncNetworkBackend, context: ssl.SSLContext, *, kept: int = 0, expiry: float = 5.0
    ) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=None,
            max_keepalive_connections=kept,
            keepalive_expiry=expiry,
            network_backend=network,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _failures_of_httpx():
            response: Any = await self._pool.handle_async_request(_in_httpcore(request))
        body = _Body(response.stream)
        return httpx.Response(response.status, headers=response.headers, stream=body, extensions=response.extensions)

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        parts: AsyncIterable[bytes] = self._stream
        with _failures_of_httpx():
            async for part in parts:
                yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


def _in_httpcore(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


@contextmanager
def _failures_of_httpx() -> Generator[None]:
    """Raises httpcore's failures as httpx's, which have the same names."""
    try:
        yield
    except Exception as error:
        for kind in type(error).__mro__:
            if kind.__module__.startswith("httpcore") and (known := getattr(httpx, kind.__name__, None)):
                raise known(str(error)) from error
        raise
