"""The demo as a LiteLLM provider, so that its answers take the same path as all others. Imports LiteLLM."""

from collections.abc import AsyncIterator
from typing import Any

import litellm
from litellm.llms.custom_llm import CustomLLM  # pyright: ignore[reportMissingTypeStubs]

from chat_stream.llm import demo


def register() -> None:
    litellm.custom_provider_map.append({"provider": demo.NAME, "custom_handler": Demo()})


class Demo(CustomLLM):
    async def astreaming(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, *_: Any, messages: list[dict[str, str]], **__: Any
    ) -> AsyncIterator[dict[str, Any]]:
        asked = [message["content"] for message in messages if message["role"] == "user"]
        text = demo.answer(asked[-1] if asked else "")
        async for word in demo.recite(text):
            yield _chunk(word)
        prompt = sum(len(message["content"].split()) for message in messages)
        yield _chunk("", finish_reason="stop", usage=(prompt, len(text.split())))


def _chunk(text: str, finish_reason: str = "", usage: tuple[int, int] | None = None) -> dict[str, Any]:
    """A chunk in the shape of LiteLLM's `GenericStreamingChunk`."""
    return {
        "text": text,
        "is_finished": bool(finish_reason),
        "finish_reason": finish_reason,
        "index": 0,
        "tool_use": None,
        "usage": usage and {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)},
    }
