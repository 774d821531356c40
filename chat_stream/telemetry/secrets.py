"""The safety net for the log: removes whatever looks like an address, a key or a token, however it got there."""

import re
from typing import Any, cast

from structlog.typing import EventDict, WrappedLogger

BLOT = "•••"
LONGEST = 20_000
"""The most characters of a value that are kept. An exception's message can be what a stranger sent."""
LEFT_OUT = " … "

_SECRET = re.compile(
    r"""[^@\s"'<>=:,;]{1,64}@[^@\s"'<>:,;]+\.[^@\s"'<>:,;]+  # a mail address
    | \bchat_stream_[\w-]{20,}                          # an API token of ours
    | \b(?:sk|rk|pk|xai|gsk|key)-[\w-]{6,}              # a provider's key
    | \bAIza[\w-]{20,}                                  # Google's
    | (?<=[Bb]earer\s)\S+
    | (?<=://)[^/@\s:]*:[^/@\s]+(?=@)                   # the password in a database's address
    """,
    re.VERBOSE,
)


def without_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A structlog processor that removes secrets."""
    return {name: _blotted(value) for name, value in event.items()}


def _blotted(value: Any) -> Any:
    match value:
        case str():
            return _SECRET.sub(BLOT, _shortened(value))
        case dict():
            return {name: _blotted(inner) for name, inner in cast("dict[str, Any]", value).items()}
        case list() | tuple():
            return [_blotted(inner) for inner in cast("list[Any]", value)]
        case _:
            return value


def _shortened(text: str) -> str:
    """The text without its middle if it is long: the end of an exception says what went wrong."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]}{LEFT_OUT}{text[-half:]}"
