"""How LiteLLM's calls travel: httpx without a limit on connections, in place of LiteLLM's own aiohttp transport.

When a connection breaks, aiohttp discards what it had read but not yet handed over; httpx hands over all of it first.
httpx's default of a hundred connections would make the hundred-and-first stream of a worker wait for another's end.
"""

import asyncio
import importlib
import os
import ssl
import weakref
from typing import Any, Self

import httpcore
import httpx

from chat_stream.llm.network.joined_chunks import join_chunks
from chat_stream.llm.network.pausing_network import PausingNetwork
from chat_stream.llm.network.public_network import PublicNetwork, is_confined
from chat_stream.llm.network.responses import noted

LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=100, keepalive_expiry=60)

Pools = dict[tuple[ssl.SSLContext | bool, bool], httpx.AsyncHTTPTransport]

_pools_of_loop: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Pools] = weakref.WeakKeyDictionary()


async def close() -> None:
    """Closes the connections to providers that were made on this event loop. For the end of the app."""
    for pool in _pools_of_loop.pop(asyncio.get_running_loop(), {}).values():
        await pool.aclose()


def use_roomy_transport() -> None:
    """LiteLLM asks this one function for every transport, of OpenAI's client as of its own."""
    handler: Any = importlib.import_module("litellm.llms.custom_httpx.http_handler")
    handler.AsyncHTTPHandler.create_async_transport = staticmethod(_create_transport)
    join_chunks()


def _create_transport(
    ssl_context: ssl.SSLContext | None = None, ssl_verify: bool | None = None, **_: Any
) -> httpx.AsyncHTTPTransport:
    return _RoomyTransport(ssl_context or ssl_verify is not False)


class _RoomyTransport(httpx.AsyncHTTPTransport):
    """A door to the connections of the running loop, which all of LiteLLM's clients share.

    LiteLLM drops and remakes its clients, and keeps some of them longer than a loop lives. It takes this for httpx's
    own transport, of which there is none inside: each loop has one for each way to verify.
    """

    def __init__(self, verify: ssl.SSLContext | bool) -> None:
        self._verify = verify

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return noted(await self._pool_here().handle_async_request(request))

    async def aclose(self) -> None:
        """The connections aren't this door's."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _pool_here(self) -> httpx.AsyncHTTPTransport:
        pools = _pools_of_loop.setdefault(asyncio.get_running_loop(), {})
        kind = self._verify, is_confined()
        if kind not in pools:
            pools[kind] = _public_pool(self._verify) if is_confined() else _pool(self._verify)
        return pools[kind]


def _pool(verify: ssl.SSLContext | bool) -> httpx.AsyncHTTPTransport:
    transport = httpx.AsyncHTTPTransport(verify=verify, cert=os.environ.get("SSL_CERTIFICATE"), limits=LIMITS)
    # httpx has no way to say through which network its connections go.
    pool: Any = transport._pool  # pyright: ignore[reportPrivateUsage]
    pool._network_backend = PausingNetwork(httpcore.AnyIOBackend())
    return transport


def _public_pool(verify: ssl.SSLContext | bool = True) -> httpx.AsyncHTTPTransport:
    """Connections for addresses that users gave. None is kept, so that each call is judged anew."""
    transport = httpx.AsyncHTTPTransport(verify=verify)
    context = verify if isinstance(verify, ssl.SSLContext) else httpx.create_ssl_context(verify=verify)
    transport._pool = httpcore.AsyncConnectionPool(  # pyright: ignore[reportPrivateUsage]
        ssl_context=context,
        max_connections=None,
        max_keepalive_connections=0,
        network_backend=PausingNetwork(PublicNetwork()),
    )
    return transport


def transport_for(*, must_be_public: bool) -> httpx.AsyncHTTPTransport:
    """A transport of one's own for one request."""
    return _public_pool() if must_be_public else httpx.AsyncHTTPTransport()
