"""The provider that other tests stand on does what their scripts say, in this process or in another."""

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

from tests.support.provider import CutAtByte, Finish, Pause, Say, ScriptedProvider, Stall, token_texts

from .asking import answer_of, ask


async def test_scripts_are_chosen_by_question_then_by_turn_then_by_default(provider: ScriptedProvider):
    provider.on("weather", Say("Rain."), Finish())
    provider.reply(Say("First."), Finish())
    provider.always(Say("Always."), Finish())

    asked = ["How is the weather?", "Who?", "What?", "And the weather now?"]

    assert [(await answer_of(ask(question))).content for question in asked] == ["Rain.", "First.", "Always.", "Rain."]


async def test_a_call_knows_what_was_sent_and_when(provider: ScriptedProvider):
    provider.reply(Say("Hello"), Pause(0.05), Say(" 🌍"), Finish())

    await answer_of(ask("Hi"))

    [call] = provider.calls
    assert call.text == "Hello 🌍"
    assert [end for _, end in call.sent_at] == [5, 7]
    assert call.sent_at[1][0] - call.sent_at[0][0] >= 0.05
    assert call.ended_at is not None
    assert call.started_at <= call.sent_at[0][0] <= call.ended_at
    assert not call.closed_by_client
    assert call.has_key
    assert "Authorization" not in call.headers


async def test_a_steady_stream_keeps_its_pace(provider: ScriptedProvider):
    provider.reply(provider.tokens(100, rate=200), Finish())

    await answer_of(ask())

    times = [at for at, _ in provider.calls[0].sent_at]
    assert times[-1] - times[0] == pytest.approx(99 / 200, abs=0.1)


async def test_a_stream_is_cut_at_the_byte(provider: ScriptedProvider):
    provider.reply(CutAtByte(7), Say("Hello"))

    received = b""
    async with (
        httpx.AsyncClient() as client,
        client.stream("POST", f"{provider.url}/chat/completions", json=request_body()) as response,
    ):
        with contextlib.suppress(httpx.RemoteProtocolError):
            async for piece in response.aiter_raw():
                received += piece

    assert received == b"data: {"


async def test_an_answer_may_be_asked_for_in_one_piece(provider: ScriptedProvider):
    provider.reply(Say("Hello"), Say(" world"), Finish())

    async with httpx.AsyncClient() as client:
        response = await client.post(f"{provider.url}/chat/completions", json=request_body(stream=False))

    assert response.json()["choices"][0]["message"]["content"] == "Hello world"


async def test_a_provider_that_stops_did_not_lose_its_client():
    async with httpx.AsyncClient() as client, ScriptedProvider() as provider:
        provider.reply(Stall())
        coming = asyncio.create_task(provider.next_call())
        asking = asyncio.create_task(client.post(f"{provider.url}/chat/completions", json=request_body()))
        call = await coming
    assert not call.closed_by_client
    with pytest.raises((httpx.HTTPError, asyncio.CancelledError)):
        await asking


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of a provider in a process of its own."""
    command = [sys.executable, "-m", "tests.support.provider", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


async def test_a_provider_in_another_process_is_scripted_over_http(elsewhere: str):
    root = elsewhere.removesuffix("/v1")
    tokens = {"tokens": {"count": 3, "rate": 1000, "seed": 5}}
    async with httpx.AsyncClient() as client:
        script = {"on": "Hello", "reply": [{"say": "Hi. "}, tokens, {"finish": "length"}]}
        assert (await client.post(f"{root}/script", json=script)).status_code == 204
        assert (await client.post(f"{root}/script", json={"reply": [{"dance": 1}]})).status_code == 400

        said = await client.post(f"{elsewhere}/chat/completions", json=request_body())
        [call] = (await client.get(f"{root}/calls")).json()

    assert '"finish_reason": "length"' in said.text
    assert call["text"] == "Hi. " + "".join(token_texts(3, seed=5))
    assert call["closed_by_client"] is False


def request_body(*, stream: bool = True) -> dict[str, object]:
    return {"model": "scripted", "stream": stream, "messages": [{"role": "user", "content": "Hello"}]}
