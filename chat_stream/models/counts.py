"""The usage of an answer, and how much of the chat the model could read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Tokens, US dollars and seconds of one attempt. None stands for unknown values. `Attempt` describes each field."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    is_estimated: bool | None = None
    cost: float | None = None
    first_token_after: float | None = None
    written_in: float | None = None
    room: int | None = None
    begins_with: str | None = None
    thought_in: float | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """The sum over all attempts of a chat, including those that are no longer shown. `cost` covers the attempts with a
    known price. If one attempt is estimated, so is the sum."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    is_estimated: bool = False
    cost: float = 0.0
