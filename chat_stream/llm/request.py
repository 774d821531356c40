"""The request to a model."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from chat_stream.llm.credentials import Credentials

ReadWhen = Callable[[], Awaitable[None]]
"""Returns when the next read of an answer may begin."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt for a model, with its LiteLLM name: `openai/gpt-4o`, `ollama_chat/llama3`, or our own `demo`.

    Without credentials, what the environment has is used. `longest_answer` is in tokens; `effort` (`low`, `medium`,
    `high`) is for models that reason. What is None or empty is left to the model. `read_when` is awaited before each
    read of the answer: what arrives meanwhile comes with that read, at the price of one. Who `goes_on` is in the middle
    of a text, where `<think>` opens no thoughts.
    """

    model: str
    turns: tuple[Turn, ...]
    credentials: Credentials | None = None
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = ""
    goes_on: bool = False
    read_when: ReadWhen | None = field(default=None, compare=False, repr=False)
