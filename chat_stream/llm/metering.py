"""What an answer took of its model: tokens in and out, and what they cost by the list.

A provider that says nothing of it, or whose answer was stopped before it could, leaves an estimate; so does one that
counts nothing where something was asked or written. The demo counts in
words, which needs no library; so does everybody while LiteLLM is still being imported, for which no answer's end waits.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from chat_stream.llm.catalogue.price_entries import key_of
from chat_stream.llm.catalogue.providers import DEMO, provider_of
from chat_stream.llm.chunk import Usage
from chat_stream.llm.litellm.library import loaded
from chat_stream.llm.request import Request


async def metered(request: Request, text: str, usage: Usage | None) -> Usage:
    """The provider's own count, or else an estimate, with its cost where LiteLLM's price list knows the model.

    Args:
        text: All that the model wrote, its reasoning included.
    """
    litellm = loaded()
    if litellm is None or provider_of(request.model) is DEMO:
        return _completed(usage, text, lambda: _words(request, text))
    return await asyncio.to_thread(_metered, litellm, request, text, usage)


def _metered(litellm: Any, request: Request, text: str, usage: Usage | None) -> Usage:
    counted = _completed(usage, text, lambda: _estimate(litellm, request, text))
    return replace(counted, cost=_cost(litellm, request.model, counted))


def _completed(usage: Usage | None, text: str, estimate: Callable[[], Usage]) -> Usage:
    if usage and usage.prompt_tokens and (usage.completion_tokens or not text):
        return usage
    guess = estimate()
    if usage is None:
        return guess
    prompt, completion = usage.prompt_tokens or guess.prompt_tokens, usage.completion_tokens or guess.completion_tokens
    return replace(usage, prompt_tokens=prompt, completion_tokens=completion, is_estimated=True)


def _estimate(litellm: Any, request: Request, text: str) -> Usage:
    """By the tokenizer that LiteLLM has of the model, or the one that most resemble."""
    turns = [{"role": turn.role, "content": turn.content} for turn in request.turns]
    prompt = litellm.token_counter(model=request.model, messages=turns)
    return Usage(prompt, litellm.token_counter(model=request.model, text=text), is_estimated=True)


def _words(request: Request, text: str) -> Usage:
    return Usage(sum(len(turn.content.split()) for turn in request.turns), len(text.split()), is_estimated=True)


def _cost(litellm: Any, model: str, usage: Usage) -> float | None:
    """In US dollars."""
    key = key_of(model, litellm.model_cost)
    if key is None:
        return None
    costs = litellm.cost_per_token(
        model=key,
        custom_llm_provider=provider_of(model).code,
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=usage.completion_tokens,
        cache_read_input_tokens=usage.cached_tokens,
    )
    return sum(costs)
