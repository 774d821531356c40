"""What a request is refused with: a status, and a sentence that a person can act on."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException

from chat_stream.limits import TooMany
from chat_stream.models import NotFound


class Problem(HTTPException):
    """Answered as plain text by Starlette, and stored by nobody."""

    def __init__(self, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(
            status, sentence, {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})}
        )


def missing() -> Problem:
    """One and the same for what doesn't exist and what isn't the asker's."""
    return Problem(404, NotFound.sentence)


def too_many(error: TooMany) -> Problem:
    return Problem(429, error.sentence, {"Retry-After": str(error.retry_after)})
