"""Recognises answers that aren't from a model: pages of websites or logins, and proxies whose server can't be
reached."""

import json
import re
from collections.abc import Sequence
from typing import Any

import httpx

from chat_stream.llm.errors import ErrorKind
from chat_stream.llm.wire.told_errors import EventError, NoModelError

PAGE = re.compile(r"<!doctype|<html|<head\b|<body\b|<\?xml", re.IGNORECASE)
WRONG_PATH = re.compile(
    r"page not found|(^|\")(\d+ ?)?(not found|method not allowed)\.?(\"|$)|invalid url|no route|cannot post"
    r"|(unknown|unexpected) (url|path|endpoint|route)|no static resource|requested url",
    re.IGNORECASE,
)
FROM_PROXIES = frozenset({502, 503, 520, 521, 522, 523, 525, 526, 530})
"""Statuses that proxies answer when the server behind them doesn't. Those above 503 are Cloudflare's."""
FROM_OTHERS = frozenset({404, 405})
OF_MODELS = frozenset({401, 402, 407, 408, 413, 429})
"""Statuses that mean the same on a web page as from a model's server: about keys, or about too much at once."""


def kind_without_model(chain: Sequence[BaseException], status: int | None) -> ErrorKind | None:
    """The kind of error if the answer isn't from a model's server."""
    if status is None:
        return _kind_of_response(chain)
    body = _body_in(chain)
    is_foreign = is_page(chain) if body is None else not _is_json(body)
    if status in FROM_PROXIES:
        return ErrorKind.BEHIND_PROXY if is_foreign or "bad gateway" in (body or "").lower() else None
    if is_page(chain):
        return ErrorKind.NO_MODEL if 300 <= status < 500 and status not in OF_MODELS else None
    is_model_missing = is_foreign and "model" not in (body or "").lower()
    is_path_missing = is_model_missing or bool(WRONG_PATH.search(body or ""))
    return ErrorKind.NO_MODEL if status in FROM_OTHERS and is_path_missing else None


def is_page(chain: Sequence[BaseException]) -> bool:
    """Whether it is a page for people. Its words say nothing, because it has too many."""
    body = _body_in(chain)
    if body is None:
        return any(PAGE.search(str(error)) for error in chain)
    return bool(PAGE.search(body)) and not _is_json(body)


def _kind_of_response(chain: Sequence[BaseException]) -> ErrorKind | None:
    """The kind of error in a response that began well."""
    if isinstance(chain[0], NoModelError):
        return ErrorKind.NO_MODEL if is_page(chain) else None
    is_path_missing = isinstance(chain[0], EventError) and WRONG_PATH.search(str(chain[0]))
    return ErrorKind.NO_MODEL if is_path_missing else None


def _body_in(chain: Sequence[BaseException]) -> str | None:
    return next((body for error in chain if (body := _body(error)) is not None), None)


def _body(error: Any) -> str | None:
    """The body that the server sent, as read by OpenAI's client. LiteLLM attaches responses of its own to its
    errors."""
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
