"""A provider is waited for as long as it shows life, and never asked again for what it may be working at."""

import asyncio

import pytest

from chat_stream.llm import Credentials, ErrorKind, say_patience
from chat_stream.llm.patience import HOSTED, OWN, patience_with
from tests.support.provider import Error, Finish, Pause, Raw, Reasoning, Say, ScriptedProvider, Stall, Step

from .asking import answer_of, ask

ROLE = Raw('data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}\n\n')
EMPTY = Raw('data: {"choices":[]}\n\n')
SIGNS: dict[str, Step] = {
    "comments": Raw(": OPENROUTER PROCESSING\n\n"),
    "pings": Raw("event: ping\ndata: {}\n\n"),
    "blank lines": Raw("\n"),
    "a role": ROLE,
    "chunks without a choice": EMPTY,
    "half an event": Raw(" "),
}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
async def test_whatever_a_server_sends_is_a_sign_of_life(provider: ScriptedProvider, sign: Step):
    provider.reply(
        *[sign, Pause(0.2)] * 5, *([] if sign != SIGNS["half an event"] else [Raw("\n\n")]), Say("Yes."), Finish()
    )

    answer = await answer_of(ask(first_byte_timeout=0.6, stall_timeout=0.6))

    assert (answer.content, answer.error, len(provider.calls)) == ("Yes.", None, 1)


async def test_also_between_two_words(provider: ScriptedProvider):
    provider.reply(Reasoning("Hm."), *[Raw(":\n\n"), Pause(0.2)] * 5, Say("Yes."), Finish())

    answer = await answer_of(ask(first_byte_timeout=0.6, stall_timeout=0.6))

    assert (answer.reasoning, answer.content, answer.error) == ("Hm.", "Yes.", None)


@pytest.mark.parametrize("script", [[Stall()], [ROLE, Stall()], [Raw(": alive\n\n"), Stall()]], ids=str)
async def test_without_a_sign_of_life_patience_ends(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    error = (await answer_of(ask(first_byte_timeout=0.2, stall_timeout=0.2))).error

    assert error
    assert error.kind is ErrorKind.NO_ANSWER
    assert not error.is_transient
    assert len(provider.calls) == 1


async def test_after_the_end_pings_hold_nobody_up(provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chat_stream.llm.wire.reading.LONGEST_AFTERTHOUGHT", 0.3)
    pinging = [Raw(": alive\n\n"), Pause(0.1)] * 300
    provider.reply(Say("Yes."), Finish(), *pinging)

    async with asyncio.timeout(15):
        answer = await answer_of(ask())

    assert (answer.content, answer.error) == ("Yes.", None)


def test_servers_of_ones_own_are_waited_for_longer(monkeypatch: pytest.MonkeyPatch):
    assert patience_with("openai/gpt-5", None) == patience_with("anthropic/claude", Credentials("key")) == HOSTED
    assert patience_with("ollama_chat/llama3", None) == patience_with("lm_studio/any", None) == OWN
    assert patience_with("openai/llama3", Credentials("key", "https://models.example.com/v1")) == OWN
    monkeypatch.setenv("OPENAI_API_BASE", "http://localhost:8080/v1")
    assert patience_with("openai/llama3", None) == OWN


async def test_the_setting_is_for_all(provider: ScriptedProvider):
    provider.reply(Stall())
    say_patience(0.2)
    try:
        answer = await answer_of(ask())
    finally:
        say_patience(None)
    assert answer.error
    assert answer.error.kind is ErrorKind.NO_ANSWER


async def test_an_error_comes_at_once(provider: ScriptedProvider):
    provider.reply(*[Raw(":\n\n"), Pause(0.05)] * 3, Error(500, message="Out of memory"))

    assert (await answer_of(ask())).error
    assert len(provider.calls) == 1
