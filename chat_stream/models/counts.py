"""What an answer took of its model, and how much of the chat the model could read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Tokens, US dollars and seconds of one attempt; None is what nobody knows. `Attempt` says what each means."""

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
    """The same of all attempts of a chat, also of those that aren't shown any more. `cost` is that of those whose
    price is known; one estimate makes the sum one."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    is_estimated: bool = False
    cost: float = 0.0
