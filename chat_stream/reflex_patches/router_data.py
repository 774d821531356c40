"""Keeps Reflex's router data on the server.

Each hydrate sends the request's headers, address and session to the page, 1.7 kB that nothing there reads. They
are sent empty instead, so that a reconnect costs little more than the text that was missed.
"""

from typing import Any

import reflex as rx
from reflex.istate.data import HeaderData, PageData, SessionData, URLData


def keep_router_data() -> None:
    """From now on Reflex says nothing to the page of what the page told it."""
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
