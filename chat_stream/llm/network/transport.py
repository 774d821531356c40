"""The transport of LiteLLM's calls: httpx with unlimited connections, instead of LiteLLM's own aiohttp transport.

When a connection breaks, aiohttp discards what it has read but not yet delivered; httpx delivers all of it first. With
httpx's default of a hundred connections, the hundred-and-first stream of a worker would wait for another one to end.
"""

import asyncio
import importlib
import os
import ssl
import weakref
from typing import Any, Self

import httpcore
import httpx

from chat_stream.llm.network.connections import Connections
from chat_stream.llm.network.joined_chunks import join_chunks
from chat_stream.llm.network.pausing_network import PausingNetwork
from chat_stream.llm.network.public_network import PublicNetwork, is_confined
from chat_stream.llm.network.responses import noted

KEPT, KEPT_FOR = 100, 60.0
"""Connections that wait for the next request, at most, and for how many seconds."""

Pools = dict[tuple[ssl.SSLContext | bool, bool], Connections]

_pools_of_loop: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, Pools] = weakref.WeakKeyDictionary()


async def close() -> None:
    """Closes this event loop's connections to providers. Called at the end of the app."""
    for pool in _pools_of_loop.pop(asyncio.get_running_loop(), {}).values():
        await pool.aclose()


def use_roomy_transport() -> None:
    """Replaces the function from which LiteLLM gets every transport, for OpenAI's client and for its own."""
    handler: Any = importlib.import_module("litellm.llms.custom_httpx.http_handler")
    handler.AsyncHTTPHandler.create_async_transport = staticmethod(_create_transport)
    join_chunks()


def _create_transport(
    ssl_context: ssl.SSLContext | None = None, ssl_verify: bool | None = None, **_: Any
) -> httpx.AsyncHTTPTransport:
    return _RoomyTransport(ssl_context or ssl_verify is not False)


class _RoomyTransport(httpx.AsyncHTTPTransport):
    """Passes requests on to the connections of the running loop, which all of LiteLLM's clients share.

    LiteLLM drops and recreates its clients, and keeps some of them longer than a loop exists. It takes this for one of
    httpx's own transports, but it has none inside: each loop has one transport for each kind of verification.
    """

    def __init__(self, verify: ssl.SSLContext | bool) -> None:
        self._verify = verify

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return noted(await self._pool_here().handle_async_request(request))

    async def aclose(self) -> None:
        """Does nothing: the connections belong to the loop."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _pool_here(self) -> Connections:
        pools = _pools_of_loop.setdefault(asyncio.get_running_loop(), {})
        kind = self._verify, is_confined()
        if kind not in pools:
            pools[kind] = _public_pool(self._verify) if is_confined() else _pool(self._verify)
        return pools[kind]


def _pool(verify: ssl.SSLContext | bool) -> Connections:
    context = httpx.create_ssl_context(verify=verify, cert=os.environ.get("SSL_CERTIFICATE"))
    return Connections(PausingNetwork(httpcore.AnyIOBackend()), context, kept=KEPT, expiry=KEPT_FOR)


def _public_pool(verify: ssl.SSLContext | bool = True) -> Connections:
    """Connections for addresses that users enter. None is reused, so that each call is checked."""
    return Connections(PausingNetwork(PublicNetwork()), httpx.create_ssl_context(verify=verify))


def transport_for(*, must_be_public: bool) -> httpx.AsyncBaseTransport:
    """A transport for a single request."""
    return _public_pool() if must_be_public else httpx.AsyncHTTPTransport()
