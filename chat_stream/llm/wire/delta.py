"""The content of a choice: its answer text, its reasoning, and what a page can't show.

Servers that call themselves compatible put these into many fields; `docs/providers.md` lists which server uses which,
with sources. An answer with anything but text has a shortfall, so that nothing is left out silently.
"""

from typing import Any, cast

from chat_stream.llm.errors import ErrorKind
from chat_stream.llm.wire.content import Said, said_by_part

NOTHING = Said()
PLAIN = frozenset({"role", "content"})

REASONING = ("reasoning_content", "reasoning", "thinking", "reasoning_text", "reasoning_details", "thinking_blocks")
"""Names for the same field. A server that knows several fills them all in; the first one is used."""

CALLS = ("tool_calls", "function_call", "tool_call", "tool_use")
UNSEEN = ("images", "image", "audio", "video", "files")


def said_by(choice: Any) -> Said:
    """The content of a choice: its `delta`, the `message` of an answer in one piece, or the `text` of a completion."""
    delta: Any = field(choice, "delta") or field(choice, "message")
    if isinstance(delta, dict):
        text: Any = cast("dict[str, Any]", delta).get("content")
        if text and isinstance(text, str) and delta.keys() <= PLAIN:
            return Said(text)
    said = said_by_part(delta) if isinstance(delta, str | list) else _said(delta)
    return said if said != NOTHING else said_by_part(field(choice, "text"))


def field(part: Any, name: str) -> Any:
    """A field of a server's JSON, or of an object of LiteLLM. None if it is missing."""
    if isinstance(part, dict):  # without a `cast`: this is called for each field of each token
        return part.get(name)  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    return getattr(part, name, None)


def _said(delta: Any) -> Said:
    answer = said_by_part(field(delta, "content") or field(delta, "text"))
    thoughts = said_by_part(next((given for name in REASONING if (given := field(delta, name))), None))
    said = answer + Said(reasoning=thoughts.content + thoughts.reasoning)
    return said + _refused(delta) + _called(delta) + _unseen(delta)


def _refused(delta: Any) -> Said:
    refusal = field(delta, "refusal")
    return Said(said_by_part(refusal).content, shortfall=ErrorKind.REFUSED) if refusal else Said()


def _called(delta: Any) -> Said:
    is_asked = any(_is_said(field(delta, name)) for name in CALLS)
    return Said(shortfall=ErrorKind.TOOL_ASKED) if is_asked else Said()


def _unseen(delta: Any) -> Said:
    """Pictures and sounds; of a sound, its transcript."""
    things = [thing for name in UNSEEN if _is_said(thing := field(delta, name))]
    words = "".join(said_by_part(field(thing, "transcript")).content for thing in things)
    return Said(words, shortfall=ErrorKind.NOT_SHOWN) if things else Said()


def _is_said(value: Any) -> bool:
    """Whether a field has a value: servers that fill in all fields send empty ones, too."""
    if isinstance(value, dict):
        return any(map(_is_said, cast("dict[str, Any]", value).values()))
    if isinstance(value, list):
        return any(map(_is_said, cast("list[Any]", value)))
    return bool(value)
