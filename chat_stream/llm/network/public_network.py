"""Restricts connections to the public network, for addresses that users enter.

Invariant: the name is resolved here, every address that it has is checked, and the connection goes to one of the
checked addresses. So it doesn't matter what the name resolves to a moment later (DNS rebinding). A redirect is a
connection like any other.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore

_is_confined: ContextVar[bool] = ContextVar("is_confined", default=False)


class PrivateAddress(httpcore.ConnectError):
    """The name leads to an address that isn't public."""


@contextmanager
def confined_to_public(is_confined: bool) -> Generator[None]:
    """In the block, this task can connect to public addresses only."""
    token = _is_confined.set(is_confined)
    try:
        yield
    finally:
        _is_confined.reset(token)


def is_confined() -> bool:
    return _is_confined.get()


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses, like httpcore's own network."""

    def __init__(self) -> None:
        self._network: Any = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        address = await _public_address(host, port)
        return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  # httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        raise PrivateAddress

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)


async def _public_address(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(sockaddr[0]) for *_, sockaddr in found]
    if not addresses or not all(is_public(address) for address in addresses):
        raise PrivateAddress
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether the address is public. An IPv4 address inside of an IPv6 address is checked as IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None) or _nat64(ip)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    is_nat64 = ip in ipaddress.IPv6Network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if is_nat64 else None
