"""From which address a request comes, behind proxies too, as far as those are trusted."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

from chat_stream.config import settings

Address = IPv4Address | IPv6Address

HOUSEHOLD = 64
"""Bits of an IPv6 address that stand for one customer; the others anybody chooses anew for each request."""


def client_address(scope: Scope) -> str:
    """Whom limits count: an IPv4 address, or the network of an IPv6 one.

    `X-Forwarded-For` is read from its end, where the nearest proxy wrote, and only as far as each writer is trusted:
    what a client claims itself is never reached.
    """
    nearest = _parsed((scope.get("client") or ("", 0))[0])
    if nearest is None:
        return "unknown"
    for claimed in reversed(_forwarded(Headers(scope=scope))):
        further = _parsed(claimed)
        if not _is_trusted(nearest) or further is None:
            break
        nearest = further
    return _counted(nearest)


def _forwarded(headers: Headers) -> list[str]:
    return [part.strip() for line in headers.getlist("x-forwarded-for") for part in line.split(",")]


def _is_trusted(address: Address) -> bool:
    return any(address in network for network in settings().trusted_proxies)


def _parsed(text: str) -> Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _counted(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(ip_network((address, HOUSEHOLD), strict=False))
