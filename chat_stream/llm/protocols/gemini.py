"""Gemini's protocol, for Google AI Studio and Vertex: candidates, each of which has parts.

https://ai.google.dev/api/generate-content
"""

from collections.abc import Mapping
from functools import reduce
from operator import add
from typing import Any, cast

from chat_stream.llm.chunk import Chunk, Usage
from chat_stream.llm.errors import ErrorKind
from chat_stream.llm.wire.content import Said
from chat_stream.llm.wire.delta import field
from chat_stream.llm.wire.finish import Finish, finish_of

BESIDE = frozenset({"thought", "thoughtSignature", "partMetadata"})
"""Fields that describe a part."""
CALLS = frozenset({"functionCall", "toolCall"})


def chunks_of(part: Mapping[str, Any]) -> list[Chunk]:
    candidates: list[Any] = part.get("candidates") or []
    candidate = next((each for each in candidates if not field(each, "index")), None)
    parts: list[Any] = field(field(candidate, "content"), "parts") or []
    said = reduce(add, map(_said, parts), Said())
    finish, shortfall = _finish(part, candidate)
    usage, model = _usage(part.get("usageMetadata")), part.get("modelVersion")
    return [Chunk(said.content, said.reasoning, usage, finish, model, said.shortfall or shortfall)]


def _said(part: Any) -> Said:
    if not isinstance(part, dict):
        return Said()
    words: Any = field(part, "text")
    if isinstance(words, str):
        return Said(reasoning=words) if field(part, "thought") else Said(words)
    code = field(field(part, "executableCode"), "code") or field(field(part, "codeExecutionResult"), "output")
    if isinstance(code, str):
        return Said(f"\n```\n{code}\n```\n")
    kinds = cast("dict[str, Any]", part).keys() - BESIDE
    if kinds & CALLS:
        return Said(shortfall=ErrorKind.TOOL_ASKED)
    return Said(shortfall=ErrorKind.NOT_SHOWN) if kinds else Said()


def _finish(part: Mapping[str, Any], candidate: Any) -> tuple[Finish | None, ErrorKind | None]:
    """The reason for the end. A blocked prompt has no candidate."""
    if field(part.get("promptFeedback"), "blockReason"):
        return Finish.FILTERED, None
    reason = field(candidate, "finishReason")
    if str(reason).endswith(("_CALL", "_CALLS")):  # a call that was malformed, unexpected, or too many
        return Finish.TOOLS, ErrorKind.TOOL_ASKED
    return finish_of(reason), None


def _usage(usage: Any) -> Usage | None:
    if not usage:
        return None
    completion = sum(field(usage, name) or 0 for name in ("candidatesTokenCount", "thoughtsTokenCount"))
    return Usage(field(usage, "promptTokenCount") or 0, completion, field(usage, "cachedContentTokenCount") or 0)
