"""Whoever stops reading stops the provider, and with it the costs."""

import asyncio

from tests.support.provider import Call, Say, ScriptedProvider, Stall, Step

from .asking import answer_of, ask

PROMPTLY = 2.0


async def test_closing_an_answer_closes_the_call(provider: ScriptedProvider):
    provider.reply(Say("a"), Stall())
    chunks = ask()
    await anext(chunks)

    await chunks.aclose()

    assert await was_closed(provider.calls[0])


async def test_cancelling_the_reader_closes_the_call(provider: ScriptedProvider):
    call = await cancelled_while_waiting(provider, Say("a"), Stall())

    assert await was_closed(call)


async def test_cancelling_before_the_first_byte_closes_the_call(provider: ScriptedProvider):
    call = await cancelled_while_waiting(provider, Stall())

    assert await was_closed(call)


async def test_a_timeout_closes_the_call(provider: ScriptedProvider):
    provider.reply(Say("a"), Stall())

    await answer_of(ask(stall_timeout=0.1))

    assert await was_closed(provider.calls[0])


async def cancelled_while_waiting(provider: ScriptedProvider, *script: Step) -> Call:
    provider.reply(*script)
    received = asyncio.Event()

    async def read() -> None:
        async for _ in ask():
            received.set()

    reader = asyncio.create_task(read())
    async with asyncio.timeout(10):
        call = await provider.next_call()
        if len(script) > 1:
            await received.wait()
    reader.cancel()
    await asyncio.wait([reader])
    assert reader.cancelled()
    return call


async def was_closed(call: Call) -> bool:
    async with asyncio.timeout(PROMPTLY):
        await call.ended.wait()
    return call.closed_by_client
