"""The usage of an answer: tokens in and out, and their cost by the price list.

It is estimated if the provider reports none, if the answer was stopped before the report, or if the provider counted
nothing although something was asked or written. The demo counts words, which needs no library; so does every model
while LiteLLM is being imported, because no answer waits for that.
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
    """The provider's own count, or an estimate. It has a cost if LiteLLM's price list knows the model.

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
    """An estimate by LiteLLM's tokenizer for the model, or by the most similar one."""
    turns = [{"role": turn.role, "content": turn.content} for turn in request.turns]
    prompt = litellm.token_counter(model=request.model, messages=turns)
    return Usage(prompt, litellm.token_counter(model=request.model, text=text), is_estimated=True)


def _words(request: Request, text: str) -> Usage:
    return Usage(sum(len(turn.content.split()) for turn in request.turns), len(text.split()), is_estimated=True)


def _cost(litellm: Any, model: str, usage: Usage) -> float | None:
    """The cost in US dollars."""
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
