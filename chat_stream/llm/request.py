"""What is asked of a model."""

from dataclasses import dataclass
from typing import Literal

from .credentials import Credentials


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt for a model, which has a LiteLLM name: `openai/gpt-4o`, `ollama_chat/llama3`, or our own `demo`.

    Without credentials, what the environment has is used. `longest_answer` is in tokens; `effort` (`low`, `medium`,
    `high`) is for models that reason. What is None or empty is left to the model.
    """

    model: str
    turns: tuple[Turn, ...]
    credentials: Credentials | None = None
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = ""
