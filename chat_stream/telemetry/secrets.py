"""The net below the log: what looks like an address, a key or a token is blotted out, however it got there."""

import re
from typing import Any, cast

from structlog.typing import EventDict, WrappedLogger

BLOT = "•••"

_SECRET = re.compile(
    r"""[^@\s"'<>=:,;]+@[^@\s"'<>:,;]+\.[^@\s"'<>:,;]+  # a mail address
    | \bchat_stream_[\w-]{20,}                          # an API token of ours
    | \b(?:sk|rk|pk|xai|gsk|key)-[\w-]{6,}              # a provider's key
    | \bAIza[\w-]{20,}                                  # Google's
    | (?<=[Bb]earer\s)\S+
    | (?<=://)[^/@\s:]*:[^/@\s]+(?=@)                   # the password in a database's address
    """,
    re.VERBOSE,
)


def without_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A structlog processor."""
    return {name: _blotted(value) for name, value in event.items()}


def _blotted(value: Any) -> Any:
    match value:
        case str():
            return _SECRET.sub(BLOT, value)
        case dict():
            return {name: _blotted(inner) for name, inner in cast("dict[str, Any]", value).items()}
        case list() | tuple():
            return [_blotted(inner) for inner in cast("list[Any]", value)]
        case _:
            return value
