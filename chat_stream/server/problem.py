"""What a request is refused with: a status, and a sentence that a person can act on."""

from collections.abc import Mapping
from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from chat_stream.limits import TooMany
from chat_stream.models import NotFound
from chat_stream.texts import Text, language_of


class Problem(HTTPException):
    """Answered as plain text, and stored by nobody. What only writers of programs meet is no text, but English."""

    def __init__(self, status: int, said: Text | str, headers: Mapping[str, str] | None = None) -> None:
        self.text = said if isinstance(said, Text) else None
        super().__init__(
            status,
            said.sentence if isinstance(said, Text) else said,
            {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})},
        )


def missing() -> Problem:
    """One and the same for what doesn't exist and what isn't the asker's."""
    return Problem(404, NotFound.text)


def too_many(error: TooMany) -> Problem:
    return Problem(429, error.text, {"Retry-After": str(error.retry_after)})


async def answer_problem(request: Request, error: Exception) -> Response:
    """Answers a `Problem`, for which alone it is registered, in the language that the request asks for."""
    problem = cast("Problem", error)
    said = in_language(request, problem.text) if problem.text else problem.detail
    return PlainTextResponse(said, problem.status_code, problem.headers)


def in_language(request: Request, text: Text) -> str:
    return text.in_language(language_of(request.headers.get("accept-language", "")))
