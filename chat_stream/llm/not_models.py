"""What answers in a model's place: the page of a website or of a login, and the proxy before a server that is away."""

import json
import re
from collections.abc import Iterable
from typing import Any

import httpx

from .errors import ErrorKind
from .told_errors import NoModelError

PAGE = re.compile(r"<!doctype|<html|<head\b|<body\b|<\?xml", re.IGNORECASE)
WRONG_PATH = re.compile(
    r"page not found|\"(detail|message|error)\": ?\"(\d+ ?)?(not found|method not allowed)\.?\"|invalid url|no route"
    r"|cannot post|unknown (url|path|endpoint|route)|no static resource|requested url",
    re.IGNORECASE,
)
FROM_PROXIES = frozenset({502, 503, 520, 521, 522, 523, 525, 526, 530})
"""What a proxy answers when the server behind it doesn't; those above 503 are Cloudflare's."""
FROM_OTHERS = frozenset({404, 405})
OF_MODELS = frozenset({401, 402, 407, 408, 413, 429})
"""What a page says of the same as a model's server would: of keys, of too much at once."""


def kind_without_model(chain: Iterable[BaseException], status: int | None) -> ErrorKind | None:
    """Where the answer isn't a model's server's, what it is instead."""
    chain = tuple(chain)
    if isinstance(chain[0], NoModelError) and is_page(chain):
        return ErrorKind.NO_MODEL
    if status and 300 <= status < 500 and status not in OF_MODELS and is_page(chain):
        return ErrorKind.NO_MODEL
    body = next((body for error in chain if (body := _body(error)) is not None), None)
    is_foreign = is_page(chain) if body is None else not _is_json(body)
    if status in FROM_PROXIES and (is_foreign or re.search("bad gateway", body or "", re.IGNORECASE)):
        return ErrorKind.BEHIND_PROXY
    if status in FROM_OTHERS and (
        WRONG_PATH.search(body or "") or (is_foreign and "model" not in (body or "").lower())
    ):
        return ErrorKind.NO_MODEL
    return None


def is_page(chain: Iterable[BaseException]) -> bool:
    """Whether it is a page for people. Its words tell nothing: it has too many."""
    return any(PAGE.search(str(error)) for error in chain)


def _body(error: Any) -> str | None:
    """What the server sent, as OpenAI's client read it. LiteLLM hangs responses of its own to its errors."""
    response = getattr(error, "response", None)
    if not isinstance(response, httpx.Response) or not response.headers.get("content-type"):
        return None
    try:
        return response.text
    except httpx.ResponseNotRead:
        return None


def _is_json(body: str) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True
