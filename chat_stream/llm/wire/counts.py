"""The token counts that a server reports, wherever it puts them."""

import math
from typing import Any

from chat_stream.llm.chunk import Usage
from chat_stream.llm.wire.delta import field

MOST = 2**31 - 1
"""The most that a database column holds, which is more than any answer has."""


def usage_of(part: Any, choice: Any) -> Usage | None:
    """The usage reported with one part. A missing or impossible count is 0. None if all counts are."""
    # Groq has it in a field of its own, Moonshot in the choice.
    said = field(part, "usage") or field(field(part, "x_groq"), "usage") or field(choice, "usage")
    if said:
        return _usage(said)
    return _timed(timings) if (timings := field(part, "timings")) else None


def _usage(said: Any) -> Usage | None:
    prompt = _count(said, "prompt_tokens") or _count(said, "input_tokens")
    completion = _count(said, "completion_tokens") or _count(said, "output_tokens")
    if prompt and not completion:
        completion = max(_count(said, "total_tokens") - prompt, 0)
    cached = _count(field(said, "prompt_tokens_details"), "cached_tokens")
    return Usage(prompt, completion, min(cached, prompt)) if prompt or completion else None


def _timed(timings: Any) -> Usage | None:
    """The usage from llama.cpp's timings, which count cached tokens of the prompt separately."""
    fresh, cached = _count(timings, "prompt_n"), _count(timings, "cache_n")
    completion = _count(timings, "predicted_n")
    return Usage(fresh + cached, completion, cached) if fresh or cached or completion else None


def _count(said: Any, name: str) -> int:
    count = field(said, name)
    try:
        number = float(count) if isinstance(count, int | float | str) and not isinstance(count, bool) else 0.0
    except (ValueError, OverflowError):
        return 0
    return round(number) if math.isfinite(number) and 0 < number <= MOST else 0
