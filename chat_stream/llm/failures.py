"""Turns exceptions of LiteLLM, of its clients and of the network into a `ProviderError`.

LiteLLM gives most failures the status 500 and hides what happened in the chain of causes, so that is examined first.
"""

import json
import re
import socket
import ssl
import traceback
from pathlib import Path

import httpx

from chat_stream.llm.credentials import Credentials
from chat_stream.llm.errors import ErrorKind, ProviderError
from chat_stream.llm.network.public_network import PrivateAddress
from chat_stream.llm.provider_words import causes, shown_words
from chat_stream.llm.retry_after import retry_after
from chat_stream.llm.sentences import sentence
from chat_stream.llm.wire.events import UnreadableError
from chat_stream.llm.wire.not_models import is_page, kind_without_model
from chat_stream.llm.wire.told_errors import NoModelError

BROKEN = (httpx.ReadError, httpx.RemoteProtocolError, httpx.WriteError, httpx.CloseError, ConnectionError)

BY_TYPE: tuple[tuple[tuple[type[BaseException], ...], ErrorKind], ...] = (
    ((PrivateAddress,), ErrorKind.PRIVATE_ADDRESS),
    ((ssl.SSLError,), ErrorKind.INSECURE),
    ((socket.gaierror,), ErrorKind.UNKNOWN_HOST),
    ((httpx.ConnectTimeout,), ErrorKind.UNREACHABLE),
    ((httpx.TimeoutException,), ErrorKind.NO_ANSWER),
    ((httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol), ErrorKind.UNREACHABLE),
    ((httpx.TooManyRedirects,), ErrorKind.NO_MODEL),
    ((json.JSONDecodeError, UnicodeDecodeError, UnreadableError, httpx.DecodingError), ErrorKind.GARBLED),
    (BROKEN, ErrorKind.CUT_OFF),
)

# LiteLLM's own classification, which is better than ours for providers that it knows.
BY_NAME = {
    "ContextWindowExceededError": ErrorKind.CONTEXT_TOO_LONG,
    "ContentPolicyViolationError": ErrorKind.CONTENT_FILTERED,
}

TOO_LONG = (
    r"context.?length|maximum context|context.?(window|size)|(prompt|input) is too long|too many tokens"
    r"|reduce the length|token limit"
)
NO_CREDIT = (
    r"insufficient.?(quota|balance|credits?|funds)|exceeded your current quota|credit balance|billing"
    r"|payment.?required|out of credits"
)
KEY_REFUSED = (
    r"(invalid|incorrect|wrong|missing|expired).{0,20}api.?key|api.?key.{0,20}(invalid|expired|not valid)"
    r"|unauthori[sz]ed|authentication"
)
NO_SUCH_MODEL = r"model.?not.?found|(no such|unknown) model|model\b.{0,80}(not found|not exist|n't exist)"

BY_WORDS = (
    (r"missing credentials|api_key client option must be set", ErrorKind.KEY_REFUSED),
    (TOO_LONG, ErrorKind.CONTEXT_TOO_LONG),
    (r"content_filter|content.?policy|content management policy", ErrorKind.CONTENT_FILTERED),
    (NO_CREDIT, ErrorKind.OUT_OF_CREDIT),
    (r"rate.?limit|too many requests|resource.?exhausted|throttl", ErrorKind.RATE_LIMITED),
    (r"overloaded|at capacity|unavailable", ErrorKind.OVERLOADED),
    (KEY_REFUSED, ErrorKind.KEY_REFUSED),
    (NO_SUCH_MODEL, ErrorKind.UNKNOWN_MODEL),
    (r"bad.?request|invalid.?request", ErrorKind.BAD_REQUEST),
)

BY_STATUS = {
    400: ErrorKind.BAD_REQUEST,
    401: ErrorKind.KEY_REFUSED,
    402: ErrorKind.OUT_OF_CREDIT,
    403: ErrorKind.KEY_REFUSED,
    404: ErrorKind.UNKNOWN_MODEL,
    408: ErrorKind.NO_ANSWER,
    413: ErrorKind.CONTEXT_TOO_LONG,
    422: ErrorKind.BAD_REQUEST,
    429: ErrorKind.RATE_LIMITED,
    502: ErrorKind.OVERLOADED,
    503: ErrorKind.OVERLOADED,
    504: ErrorKind.NO_ANSWER,
    529: ErrorKind.OVERLOADED,
}

BAD_GATEWAY = 502
"""Means that a proxy answered, but not whether the server behind it got the request and processed it."""

UNMISTAKABLE = frozenset({401, 402, 403, 404})
"""Statuses that say more than the message, which may contain a name like “unavailable-model”."""


def explain(failure: Exception, model: str, credentials: Credentials | None = None) -> ProviderError:
    """The failure for a person. The provider's own words are kept apart from it, and without keys."""
    if isinstance(failure, ProviderError):
        return failure
    chain = tuple(causes(failure))
    kind = _kind(chain)
    wait = retry_after(chain)
    said = sentence(kind, model, wait, own=credentials)
    detail = " < ".join(map(_detail, chain))
    may_have_been_served = _first_status(chain) == BAD_GATEWAY
    return ProviderError(
        kind,
        said,
        retry_after=wait,
        detail=detail,
        may_have_been_served=may_have_been_served,
        words=shown_words(failure, credentials),
    )


def _kind(chain: tuple[BaseException, ...]) -> ErrorKind:
    return (
        _kind_by_type(chain)
        or kind_without_model(chain, _first_status(chain))
        or _kind_by_answer(chain)
        or (ErrorKind.NO_MODEL if isinstance(chain[0], NoModelError) else ErrorKind.PROVIDER_FAILED)
    )


def _kind_by_type(chain: tuple[BaseException, ...]) -> ErrorKind | None:
    for types, kind in BY_TYPE:
        if any(isinstance(error, types) for error in chain):
            return kind
    named = (BY_NAME.get(type(error).__name__) for error in chain)
    return next((kind for kind in named if kind), None)


def _kind_by_answer(chain: tuple[BaseException, ...]) -> ErrorKind | None:
    status = _first_status(chain)
    if status in UNMISTAKABLE or is_page(chain):
        return BY_STATUS.get(status or 0)
    words = " ".join(map(_words, chain)).lower()
    told = next((kind for pattern, kind in BY_WORDS if re.search(pattern, words)), None)
    return told or BY_STATUS.get(status or 0)


def _words(error: BaseException) -> str:
    said = (getattr(error, name, "") for name in ("code", "type", "everything"))
    return " ".join(map(str, (*said, error)))


def _detail(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    status = f" {_status(error)}" if _status(error) else ""
    return f"{type(error).__name__}{status}{place}"


def _first_status(chain: tuple[BaseException, ...]) -> int | None:
    return next((status for error in chain if (status := _status(error))), None)


def _status(error: BaseException) -> int | None:
    """The HTTP status, or what an error event in a stream has instead of one."""
    for value in (_http_status(error), getattr(error, "code", None)):
        if isinstance(value, int) or (isinstance(value, str) and value.isdigit()):
            return int(value)
    return None


def _http_status(error: BaseException) -> object:
    """The status in an exception of OpenAI's client, LiteLLM or httpx."""
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code
    return getattr(error, "status_code", None)
