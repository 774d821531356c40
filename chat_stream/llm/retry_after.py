"""When a provider wants to be asked again: RFC 9110's `Retry-After`, and OpenAI's `retry-after-ms`."""

import math
import time
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

LONGEST = 24 * 3600.0


def retry_after(chain: Iterable[BaseException]) -> float | None:
    """Seconds from now, at most a day. None if no exception of the chain has the header, or if it makes no sense."""
    for error in chain:
        for headers in _headers(error):
            if (wait := _wait(headers)) is not None:
                return min(max(wait, 0.0), LONGEST)
    return None


def _headers(error: Any) -> Iterable[Mapping[str, str]]:
    # LiteLLM attaches the real headers to a response that it made up.
    found = (
        getattr(error, "litellm_response_headers", None),
        getattr(error, "headers", None),
        getattr(getattr(error, "response", None), "headers", None),
    )
    return [headers for headers in found if headers]


def _wait(headers: Mapping[str, str]) -> float | None:
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    return _number(value) if _number(value) is not None else _until(value)


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _until(value: str | None) -> float | None:
    try:
        return parsedate_to_datetime(value).timestamp() - time.time() if value else None
    except ValueError:
        return None
