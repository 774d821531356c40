"""Adds the security headers to every HTTP answer: what a page may do, and what others may do with it."""

from functools import cached_property
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chat_stream.config import settings
from chat_stream.server.inline_scripts import inline_scripts

YEAR = 31_536_000
"""Seconds in a year."""

UNUSED = "camera", "geolocation", "microphone", "payment", "usb", "serial", "hid", "display-capture", "screen-wake-lock"

ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # `frame-ancestors 'none'` for old browsers
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
}


class SafeHeaders:
    """ASGI middleware. A header that a route sets itself is kept.

    Args:
        pages: The folder of the built pages; their inline scripts are the only ones that run.
    """

    def __init__(self, app: ASGIApp, pages: Path) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)

    @cached_property
    def _headers(self) -> dict[str, str]:
        """Built for the first answer, because the app is put together before its pages are built."""
        transport = {"Strict-Transport-Security": f"max-age={YEAR}"} if settings().is_https else {}
        return {**ALWAYS, **transport, "Content-Security-Policy": policy(self._pages, settings().public_url)}


def policy(pages: Path, public_url: str) -> str:
    """The content security policy for these pages at this address. `docs/security.md` says why each part is needed."""
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *inline_scripts(pages)],
        "style-src": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],
        "font-src": ["'self'", "data:"],
        "img-src": ["'self'", "data:", "blob:", "https:"],
        "connect-src": ["'self'", public_url.replace("http", "ws", 1)],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())
