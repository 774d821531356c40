"""Gives access to the HTTP response of a call.

LiteLLM passes on what it reads, but not always the response itself. Our own transport sees all responses, so it records
them here for the task that made the call.
"""

from contextvars import ContextVar

import httpx

_noted: ContextVar[list[httpx.Response] | None] = ContextVar("responses", default=None)


def note_responses() -> list[httpx.Response]:
    """A list that collects the responses to this task's requests from now on, the newest last."""
    responses: list[httpx.Response] = []
    _noted.set(responses)
    return responses


def noted(response: httpx.Response) -> httpx.Response:
    """Records the response for the task that waits for it, and returns it."""
    if (responses := _noted.get()) is not None:
        responses.append(response)
    return response
