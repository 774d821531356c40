"""Where LiteLLM translates, as for Anthropic, the same holds: exact text, honest ends, closed calls. And Ollama."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from chat_stream import llm
from chat_stream.llm import ErrorKind, Usage
from tests.support.provider import Finish, Say, ScriptedProvider

from .asking import answer_of, ask
from .conftest import NOWHERE
from .other_providers import Translated, translated_provider
from .test_stream import EXACT

CLAUDE = "anthropic/claude-sonnet-4-5"


@pytest.fixture
async def translated(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Translated]:
    async with translated_provider() as translated:
        monkeypatch.setenv("ANTHROPIC_API_BASE", translated.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-very-secret")
        yield translated
        await llm.close()


async def test_every_text_comes_through_translation_as_it_was_sent(translated: Translated):
    translated.texts = EXACT

    answer = await answer_of(ask(model=CLAUDE))

    assert answer.error is None
    assert answer.content == "".join(translated.texts)
    assert answer.finish_reason == "stop"
    assert answer.usage == Usage(11, 22)


async def test_a_translated_answer_that_breaks_off_is_told_as_such(translated: Translated):
    translated.texts = ["Hello", " wor"]
    translated.is_whole = False

    answer = await answer_of(ask(model=CLAUDE))

    assert answer.content == "Hello wor"
    assert answer.finish_reason is None
    assert answer.usage is None or answer.usage.prompt_tokens == 11
    assert answer.error is not None
    assert answer.error.kind is ErrorKind.CUT_OFF


async def test_closing_a_translated_answer_closes_the_call(translated: Translated):
    translated.texts = ["Hello", " world", "!", "!"]
    translated.is_whole = False
    translated.is_stalled = True
    chunks = ask(model=CLAUDE)

    async with asyncio.timeout(10):
        await anext(chunks)
        await chunks.aclose()
        await translated.was_closed.wait()


async def test_a_translated_answer_of_equal_tokens_is_no_mistake(translated: Translated):
    translated.texts = ["-----"] * 300

    assert (await answer_of(ask(model=CLAUDE))).content == "-----" * 300


@pytest.mark.parametrize("model", ["ollama_chat/llama3:8b", "ollama/llama3:8b"])
async def test_ollama_is_asked_in_the_protocol_that_leaves_text_alone(
    provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch, model: str
):
    monkeypatch.setenv("OPENAI_API_BASE", NOWHERE)
    monkeypatch.setenv("OLLAMA_API_BASE", provider.url.removesuffix("/v1"))
    provider.reply(*(Say(text) for text in EXACT), Finish())

    answer = await answer_of(ask(model=model))

    assert answer.content == "".join(EXACT)
    assert answer.error is None
    assert provider.calls[0].model == "llama3:8b"


async def test_an_ollama_that_went_away_is_named():
    answer = await answer_of(ask(model="ollama_chat/llama3"))

    assert answer.error is not None
    assert answer.error.kind is ErrorKind.UNREACHABLE
    assert answer.error.sentence.startswith("Ollama can't be reached.")
