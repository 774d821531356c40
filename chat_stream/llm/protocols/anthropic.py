"""Anthropic's messages: an answer in blocks, each of which begins, grows and ends.

https://docs.claude.com/en/docs/build-with-claude/streaming
"""

from collections.abc import Mapping
from typing import Any

from chat_stream.llm.chunk import Chunk, Usage
from chat_stream.llm.wire.content import Said, said_by_part
from chat_stream.llm.wire.delta import field
from chat_stream.llm.wire.finish import finish_of

WORDLESS = frozenset({"signature", "input_json", "citations", "compaction"})
"""Deltas of blocks without text. A block's beginning already says that a tool is asked for."""
INPUT = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")


def chunks_of(part: Mapping[str, Any]) -> list[Chunk]:
    match part.get("type"):
        case "message_start":
            message = part.get("message")
            return [Chunk(model=field(message, "model"), usage=_usage(field(message, "usage")))]
        case "content_block_start":
            return _chunks(said_by_part(part.get("content_block")))
        case "content_block_delta":
            return _chunks(_grown(part.get("delta") or {}))
        case "message_delta":
            finish = finish_of(field(part.get("delta"), "stop_reason"))
            return [Chunk(finish_reason=finish, usage=_usage(part.get("usage")))]
        case "message_stop":
            return [Chunk(is_last=True)]
        case _:
            return [Chunk()]


def _grown(delta: dict[str, Any]) -> Said:
    kind = str(delta.get("type")).removesuffix("_delta")
    return Said() if kind in WORDLESS else said_by_part({**delta, "type": kind})


def _chunks(said: Said) -> list[Chunk]:
    return [Chunk(said.content, said.reasoning, shortfall=said.shortfall)]


def _usage(usage: Any) -> Usage | None:
    if not usage:
        return None
    prompt = sum(field(usage, name) or 0 for name in INPUT)
    return Usage(prompt, field(usage, "output_tokens") or 0, field(usage, "cache_read_input_tokens") or 0)
