"""Keeps Reflex's router data on the server.

Each hydrate would send the request's headers, address and session to the page: 1.7 kB that nothing there reads. They
are sent empty, so that a reconnect costs little more than the missed text.
"""

from typing import Any

import reflex as rx
from reflex.istate.data import HeaderData, PageData, SessionData, URLData


def keep_router_data() -> None:
    """Makes Reflex send no router data from now on."""
    for nothing in (_no_headers, _no_page, _no_url, _no_session):
        rx.serializer(nothing, overwrite=True)


def _no_headers(_: HeaderData) -> dict[str, Any]:
    return {}


def _no_page(_: PageData) -> dict[str, Any]:
    return {}


def _no_url(_: URLData) -> dict[str, Any]:
    return {}


def _no_session(_: SessionData) -> dict[str, Any]:
    return {}
