"""The client's address, found through the proxies that are trusted."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

from chat_stream.config import settings

Address = IPv4Address | IPv6Address

HOUSEHOLD = 64
"""The bits of an IPv6 address that identify one customer, who can choose the other bits freely for each request."""


def client_address(scope: Scope) -> str:
    """The address that limits count by: an IPv4 address, or the network of an IPv6 address.

    `X-Forwarded-For` is read from its end, where the nearest proxy wrote, and only as far as each writer is trusted.
    What the client itself claims is never reached.
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
