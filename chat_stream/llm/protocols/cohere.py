"""The second version of Cohere's chat: a message whose contents begin, grow and end.

https://docs.cohere.com/v2/docs/streaming
"""

from collections.abc import Mapping
from typing import Any

from chat_stream.llm.chunk import Chunk, Usage
from chat_stream.llm.errors import ErrorKind
from chat_stream.llm.wire.content import said_by_part
from chat_stream.llm.wire.delta import field
from chat_stream.llm.wire.finish import finish_of


def chunks_of(part: Mapping[str, Any]) -> list[Chunk]:
    delta = part.get("delta")
    message = field(delta, "message")
    match part.get("type"):
        case "content-start" | "content-delta":
            return [_written(field(message, "content"))]
        case "tool-plan-delta":
            return [Chunk(reasoning=said_by_part(field(message, "tool_plan")).content)]
        case "tool-call-start":
            return [Chunk(shortfall=ErrorKind.TOOL_ASKED)]
        case "message-end":
            finish = finish_of(field(delta, "finish_reason"))
            return [Chunk(finish_reason=finish, usage=_usage(field(delta, "usage"))), Chunk(is_last=True)]
        case _:
            return [Chunk()]


def _written(content: Any) -> Chunk:
    """The text of a growing content, which has no type: it has `text`, or `thinking`."""
    thoughts = field(content, "thinking")
    said = said_by_part({"type": "thinking", "thinking": thoughts} if thoughts else content)
    return Chunk(said.content, said.reasoning, shortfall=said.shortfall)


def _usage(usage: Any) -> Usage | None:
    tokens = field(usage, "tokens") or field(usage, "billed_units")
    return tokens and Usage(int(field(tokens, "input_tokens") or 0), int(field(tokens, "output_tokens") or 0))
