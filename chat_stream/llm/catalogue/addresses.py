"""Turns a server's address as people write it into the one below which `/chat/completions` is.

People copy addresses from browsers, manuals and the settings of other programs. So they come without a scheme, with a
slash or one of the server's routes at the end, or without the `/v1` that most servers have.
"""

import ipaddress
import os
import re
from urllib.parse import SplitResult, urlsplit

ROUTE = re.compile(
    r"/(?:chat/completions|completions|responses|embeddings)$|(?<=/v\d)/(?:models|chat|messages)$", re.IGNORECASE
)
"""Routes that people copy along. `/models` is removed only after a version: elsewhere it may belong to the server's
base."""
OLLAMA_ROUTE = re.compile(r"/(?:v1|api(?:/\w+)?)$")
OLLAMA_PORT = 11434
VERSION = re.compile(r"/v\d+(?:/|$|beta|alpha)", re.IGNORECASE)
NEAR = (".local", ".internal", ".lan", ".localhost")
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # nosec B104
"""Addresses that mean "any" to a server, and the address at which a client on the same machine finds it."""


def openai_base() -> str | None:
    """The address of an OpenAI-compatible server other than OpenAI's. LiteLLM reads both variables, in this order."""
    return base_of(os.environ.get("OPENAI_BASE_URL") or os.environ.get("OPENAI_API_BASE") or "") or None


def ollama_base() -> str:
    """The address of Ollama. Its variable says what Ollama listens on: a host, a port, or both."""
    given = _bare(os.environ.get("OLLAMA_API_BASE") or os.environ.get("OLLAMA_HOST") or "") or "localhost"
    parts = _split(f"localhost{given}" if given.startswith(":") else given, near="http")
    host, port = re.fullmatch(r"(.*?)(:\d+)?", parts.netloc, re.DOTALL).groups("")  # pyright: ignore[reportOptionalMemberAccess]
    port = port or ("" if "://" in given else f":{OLLAMA_PORT}")
    return f"{parts.scheme}://{ANY_ADDRESS.get(host, host)}{port}{_without(OLLAMA_ROUTE, parts.path)}"


def base_of(given: str) -> str:
    """The address without what doesn't belong to it; empty if nothing is given. A query is kept, so that whoever checks
    the address sees that it can't be used."""
    if not (given := _bare(given)):
        return ""
    try:
        parts = _split(given)
    except ValueError:  # brackets that aren't closed
        return given
    return parts._replace(path=_without(ROUTE, parts.path), fragment="").geturl().rstrip("/")


def candidates(base: str) -> tuple[str, ...]:
    """The addresses that may be meant, the likeliest first: as given, or with the missing version."""
    path = urlsplit(base).path
    if VERSION.search(path):
        return (base,)
    if path.endswith("/api"):  # Ollama's own protocol; it also speaks OpenAI's
        return base, f"{base}/v1", f"{base.removesuffix('/api')}/v1"
    return (base, f"{base}/v1") if path else (f"{base}/v1", base)


def _bare(given: str) -> str:
    return given.strip().strip("\"'<>`").strip()


def _split(given: str, near: str = "") -> SplitResult:
    if "://" not in given:
        given = f"{near or _likely_scheme(given)}://{given}"
    parts = urlsplit(given)
    return parts._replace(scheme=parts.scheme.lower())


def _likely_scheme(given: str) -> str:
    """`http` for an IP address or a name without a dot, which most likely has no certificate; otherwise `https`."""
    host = urlsplit(f"//{given}").hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "http" if "." not in host or host.endswith(NEAR) else "https"
    return "http"


def _without(route: re.Pattern[str], path: str) -> str:
    path = path.rstrip("/")
    while (shorter := route.sub("", path)) != path:
        path = shorter.rstrip("/")
    return path
