"""How a chat's answers are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is asked of each model in a chat; None and empty leave it to the model.

    `longest_answer` is in tokens, `effort` how long a model that reasons may do so: `low`, `medium` or `high`.
    """

    system_prompt: str = ""
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = ""
