"""The refusal of a request: a status, and a sentence that a person can act on."""

from collections.abc import Mapping
from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from chat_stream.limits import TooMany
from chat_stream.models import NotFound
from chat_stream.texts import Text, language_of


class Problem(HTTPException):
    """Answered as plain text, and never cached. Refusals that only programmers meet are English sentences, not texts of
    the catalogue."""

    def __init__(self, status: int, said: Text | str, headers: Mapping[str, str] | None = None) -> None:
        self.text = said if isinstance(said, Text) else None
        super().__init__(
            status,
            said.sentence if isinstance(said, Text) else said,
            {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})},
        )


def missing() -> Problem:
    """The answer for what doesn't exist and for what the asker can't see: nobody learns which."""
    return Problem(404, NotFound.text)


def too_many(error: TooMany) -> Problem:
    return Problem(429, error.text, {"Retry-After": str(error.retry_after)})


async def answer_problem(request: Request, error: Exception) -> Response:
    """Answers a `Problem`, the only exception it is registered for, in the language that the request asks for."""
    problem = cast("Problem", error)
    said = in_language(request, problem.text) if problem.text else problem.detail
    return PlainTextResponse(said, problem.status_code, problem.headers)


def in_language(request: Request, text: Text) -> str:
    return text.in_language(language_of(request.headers.get("accept-language", "")))
