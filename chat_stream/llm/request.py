"""The request to a model."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Literal

from chat_stream.llm.credentials import Credentials

ReadWhen = Callable[[], Awaitable[None]]
"""A function that returns when the next read of an answer may begin."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt for a model, with its LiteLLM name: `openai/gpt-4o`, `ollama_chat/llama3`, or our own `demo`.

    Without credentials, those of the environment are used. `longest_answer` is in tokens. `effort` (`low`, `medium`,
    `high`) is for models that reason. None and empty values leave the choice to the model. `read_when` is awaited
    before each read of the answer, so that everything that arrived meanwhile is read at the cost of one read. `goes_on`
    marks an answer that continues a text, where `<think>` doesn't begin thoughts.
    """

    model: str
    turns: tuple[Turn, ...]
    credentials: Credentials | None = None
    temperature: float | None = None
    longest_answer: int | None = None
    effort: str = ""
    goes_on: bool = False
    read_when: ReadWhen | None = field(default=None, compare=False, repr=False)
