"""Text that consists of parts: `"text"`, `[{"type": "text", "text": "…"}]`, and anything nested in them.

Mistral's models think in such parts, and many proxies pass their servers' parts on. A part of an unknown kind counts as
its text; without text, the answer has a shortfall.
"""

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any, cast

from chat_stream.llm.errors import ErrorKind

THOUGHTS = frozenset(
    {"thinking", "thought", "reasoning", "reasoning_content", "reasoning_text", "reasoning.text"}
    | {"reasoning.summary", "summary", "summary_text"}
)
TEXTS = frozenset({"text", "output_text", "input_text"})
SEALED = frozenset({"redacted_thinking", "reasoning.encrypted", "signature"})
"""Kinds of encrypted thoughts, which only their provider can read."""
CALLS = frozenset({"tool_use", "tool_call", "tool_calls", "function_call", "server_tool_use", "mcp_tool_use"})
WORDS = ("text", "content", "value", "thinking", "reasoning", "summary", "refusal", "parts", "transcript")
"""The fields in which a part has its text, which may consist of parts again."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text and reasoning of a part. `shortfall` says why that isn't everything."""

    content: str = ""
    reasoning: str = ""
    shortfall: ErrorKind | None = None

    def __add__(self, other: "Said") -> "Said":
        return Said(self.content + other.content, self.reasoning + other.reasoning, self.shortfall or other.shortfall)


def said_by_part(part: Any) -> Said:
    """The content of a text, a part, or a list of both."""
    if isinstance(part, str):
        return Said(part)
    if isinstance(part, list):
        return reduce(add, map(said_by_part, cast("list[Any]", part)), Said())
    if isinstance(part, dict):
        return _said_by_kind(cast("dict[str, Any]", part))
    return Said(str(part)) if isinstance(part, int | float) and not isinstance(part, bool) else Said()


def _said_by_kind(part: dict[str, Any]) -> Said:
    kind = part.get("type")
    if not part or kind in SEALED:
        return Said()
    if kind in CALLS:
        return Said(shortfall=ErrorKind.TOOL_ASKED)
    words = _words(part)
    if words is None:
        return Said() if kind in TEXTS | THOUGHTS else _reference(part) or Said(shortfall=ErrorKind.NOT_SHOWN)
    said = said_by_part(words)
    if kind in THOUGHTS:
        return Said(reasoning=said.content + said.reasoning, shortfall=said.shortfall)
    return said + Said(shortfall=ErrorKind.REFUSED) if kind == "refusal" else said


def _words(part: dict[str, Any]) -> Any:
    """The value of the part's text field; None if it has none."""
    given: list[Any] = [part[name] for name in WORDS if part.get(name) is not None]
    return next((words for words in given if words), given[0] if given else None)


def _reference(part: dict[str, Any]) -> Said | None:
    """A reference to a source, which Mistral sends between two texts: its numbers, or a link."""
    if numbers := part.get("reference_ids"):
        return Said(f"[{', '.join(map(str, numbers))}]")
    title, url = part.get("title"), part.get("url")
    if isinstance(url, str) and str(part.get("type")).endswith(("reference", "citation", "source")):
        return Said(f"[{title or url}]({url})")
    return Said() if numbers == [] else None
