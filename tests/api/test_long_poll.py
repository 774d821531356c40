"""Waiting for the next text, one answer a request."""

import asyncio

import httpx
import pytest

from chat_stream.api.streams import long_poll
from tests.api.reader import JSON, Reader
from tests.support.eventually import eventually
from tests.support.hub import held_for_viewers
from tests.support.model import ScriptedModel


async def test_text_that_is_there_already_comes_at_once(reader: Reader, model: ScriptedModel):
    model.say("Hello.")
    await reader.has_stored(6)
    answer = await reader.get(live="long-poll", offset="-1")
    assert (answer.status_code, answer.text) == (200, "Hello.")
    assert answer.headers["Stream-Cursor"].isdigit()
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["ETag"]


async def test_a_request_at_the_tail_waits_for_the_next_text(reader: Reader, model: ScriptedModel):
    model.say("One, ")
    await reader.has_stored(5)
    offset = (await reader.get()).headers["Stream-Next-Offset"]
    waiting = asyncio.create_task(reader.get(live="long-poll", offset=offset))
    await eventually(lambda: len(reader.person.worker.stored.copies) == 1)
    model.say("two.")
    answer = await waiting
    assert (answer.status_code, answer.text) == (200, "two.")


async def test_now_waits_and_brings_nothing_old(reader: Reader, model: ScriptedModel):
    model.say("Old. ")
    await reader.has_stored(5)
    waiting = asyncio.create_task(reader.get(live="long-poll", offset="now"))
    await eventually(lambda: len(reader.person.worker.stored.copies) == 1)
    model.say("New.")
    assert (await waiting).text == "New."


async def test_reasoning_wakes_only_those_who_read_it(reader: Reader, model: ScriptedModel):
    text = asyncio.create_task(reader.get(live="long-poll", offset="-1"))
    both = asyncio.create_task(reader.get(JSON, live="long-poll", offset="-1"))
    model.think("Hm.")
    assert [message["part"] for message in (await both).json()] == ["reasoning"]
    model.say("Yes.")
    assert (await text).text == "Yes."


@pytest.mark.parametrize("headers", [{}, JSON], ids=["text", "json"])
async def test_a_wait_that_brings_nothing_ends_with_the_tail(
    reader: Reader, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(long_poll, "LONGEST_POLL", 0.1)
    answer = await reader.get(headers, live="long-poll", offset="-1")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Stream-Next-Offset"] == (await reader.head(headers)).headers["Stream-Next-Offset"]
    assert answer.headers["Stream-Up-To-Date"] == "true"
    assert "Stream-Closed" not in answer.headers
    cursor = answer.headers["Stream-Cursor"]
    again = await reader.get(headers, live="long-poll", offset="-1", cursor=cursor)
    assert int(again.headers["Stream-Cursor"]) > int(cursor)


@pytest.mark.parametrize("offset", ["now", "tail"])
async def test_at_the_tail_of_a_closed_stream_nobody_waits(finished: Reader, offset: str):
    tail = (await finished.get()).headers["Stream-Next-Offset"]
    answer = await finished.get(live="long-poll", offset=tail if offset == "tail" else offset)
    assert answer.status_code == 204
    assert answer.headers["Stream-Closed"] == answer.headers["Stream-Up-To-Date"] == "true"
    assert answer.headers["Stream-Next-Offset"] == tail


async def test_an_ending_without_more_text_is_told_at_once(reader: Reader, model: ScriptedModel):
    waiting = asyncio.create_task(reader.get(live="long-poll", offset="now"))
    await eventually(lambda: len(reader.person.worker.stored.copies) == 1)
    model.finish()
    answer = await waiting
    assert (answer.status_code, answer.headers["Stream-Closed"]) == (204, "true")


async def test_a_stopping_worker_lets_its_readers_go(reader: Reader):
    waiting = asyncio.create_task(reader.get(live="long-poll", offset="-1"))
    await eventually(lambda: len(reader.person.worker.stored.copies) == 1)
    reader.person.worker.reconciler.end_reads()
    answer = await asyncio.wait_for(waiting, 10)
    assert answer.status_code == 204
    assert "Stream-Closed" not in answer.headers


async def test_nothing_is_held_for_a_reader_who_left(reader: Reader):
    worker = reader.person.worker
    with pytest.raises(httpx.ReadTimeout):
        await reader.http.get(
            reader.path, params={"live": "long-poll", "offset": "-1"}, headers=reader.bearer, timeout=0.5
        )
    await eventually(lambda: not held_for_viewers(worker))


async def test_a_token_revoked_meanwhile_ends_the_wait(reader: Reader):
    worker = reader.person.worker
    waiting = asyncio.create_task(reader.get(live="long-poll", offset="-1"))
    await eventually(lambda: len(worker.stored.copies) == 1)
    await worker.people.api_tokens.revoke(reader.person.scope, reader.token.id)
    assert (await asyncio.wait_for(waiting, 10)).status_code == 401
