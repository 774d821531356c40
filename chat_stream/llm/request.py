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

    Without credentials, what the environment has is used.
    """

    model: str
    turns: tuple[Turn, ...]
    credentials: Credentials | None = None
