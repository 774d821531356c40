"""What is asked of a model beside the prompt, in LiteLLM's words."""

from typing import Any

from .request import Request


def options_of(request: Request) -> dict[str, Any]:
    """Only what was asked for. A model that doesn't have it isn't told of it, rather than refusing the request."""
    asked = {
        "temperature": request.temperature,
        "max_tokens": request.longest_answer,
        "reasoning_effort": request.effort or None,
    }
    given = {name: value for name, value in asked.items() if value is not None}
    return {**given, "drop_params": True} if given else {}
