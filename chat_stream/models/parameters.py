"""The parameters with which a chat's answers are requested."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameters:
    """Parameters for each model in a chat. None and empty values leave the choice to the model.

    `longest_answer` is in tokens. `effort` is how long a model that reasons may do so: `low`, `medium` or `high`.
    """

    system_prompt: str = ""
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = ""
