"""The options of a request, in LiteLLM's terms."""

from collections.abc import Collection
from typing import Any

from chat_stream.llm.request import Request, Turn

SYSTEM = "system"
"""Stands for the system prompt in the set of what a server refuses."""
LENGTHS = ("max_tokens", "max_completion_tokens")
"""OpenAI's old and new name of the same field. Servers know one of them, or both."""


def options_of(request: Request, refused: Collection[str] = ()) -> dict[str, Any]:
    """The requested options, without those that the server refused. Options that a model doesn't have according to
    LiteLLM aren't sent either, so that the server needn't refuse them."""
    asked: dict[str, Any] = {
        "temperature": request.temperature,
        "max_tokens": request.longest_answer,
        "reasoning_effort": request.effort or None,
    }
    given = {name: value for name, value in asked.items() if value is not None and name not in refused}
    if request.longest_answer is not None and (other := _other_length(refused)):
        given.pop("max_tokens", None)
        given["extra_body"] = {other: request.longest_answer}  # unchanged: LiteLLM would rename it
    usage = {} if "stream_options" in refused else {"stream_options": {"include_usage": True}}
    return {**usage, **given, "drop_params": True} if given else usage


def _other_length(refused: Collection[str]) -> str | None:
    """The other name, if one of the two was refused."""
    left = [name for name in LENGTHS if name not in refused]
    return left[0] if len(left) == 1 else None


def messages_of(request: Request, refused: Collection[str] = ()) -> list[dict[str, str]]:
    """The prompt. If the server accepts no system prompt, it becomes the beginning of the first question."""
    turns = _without_system(request.turns) if SYSTEM in refused else request.turns
    return [{"role": turn.role, "content": turn.content} for turn in turns]


def values_of(request: Request) -> dict[str, object]:
    """The parts of a request that a server may refuse, with their values: fields, and `SYSTEM`."""
    values = {
        "stream_options": True,
        "temperature": request.temperature,
        **dict.fromkeys(LENGTHS, request.longest_answer),
        "reasoning_effort": request.effort or None,
        SYSTEM: True if any(turn.role == "system" for turn in request.turns) else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _without_system(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    said = "\n\n".join(turn.content for turn in turns if turn.role == "system")
    others = [turn for turn in turns if turn.role != "system"]
    first = next((turn for turn in others if turn.role == "user"), None)
    if not said or first is None:
        return tuple(others)
    return tuple(Turn("user", f"{said}\n\n{turn.content}") if turn is first else turn for turn in others)
