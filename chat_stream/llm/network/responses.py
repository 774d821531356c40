"""The HTTP response that a call brought. LiteLLM gives out what it reads of one, and not always the response itself.

Our own transport sees all of them, so it notes them here for the task that made the call.
"""

from contextvars import ContextVar

import httpx

_noted: ContextVar[list[httpx.Response] | None] = ContextVar("responses", default=None)


def note_responses() -> list[httpx.Response]:
    """From now on, the responses to this task's requests, the newest last."""
    responses: list[httpx.Response] = []
    _noted.set(responses)
    return responses


def noted(response: httpx.Response) -> httpx.Response:
    """The same response, which the task that waits for it can see now."""
    if (responses := _noted.get()) is not None:
        responses.append(response)
    return response
