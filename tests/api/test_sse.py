"""A stream as server-sent events."""

import pytest
from sqlmodel import delete

from chat_stream.api.streams import sse
from chat_stream.models import Membership
from tests.api.reader import JSON, Reader
from tests.support.eventually import eventually
from tests.support.hub import held_for_viewers, receivers_of
from tests.support.model import ScriptedModel


async def test_text_comes_as_it_is_written_until_the_stream_is_closed(reader: Reader, model: ScriptedModel):
    async with reader.events() as events:
        assert events.response.headers["Content-Type"] == "text/event-stream"
        await eventually(lambda: bool(events.controls))
        assert events.controls[0]["upToDate"] is True
        assert events.controls[0]["streamCursor"].isdigit()
        model.say("Hel")
        await events.shows("Hel")
        model.say("lo.")
        await events.shows("Hello.")
        model.finish()
        await events.ends()
        assert events.controls[-1]["streamClosed"] is True
        assert "streamCursor" not in events.controls[-1]
        assert events.text == "Hello."


async def test_every_character_arrives_as_it_is(reader: Reader, model: ScriptedModel):
    text = "\n\n  two spaces\n: colon\ndata: not a field\n\u2028\u2029\u0085🌍 \n\n"
    async with reader.events() as events:
        for character in text:
            model.say(character)
        await reader.has_stored(len(text))
        model.finish()
        await events.ends()
        assert events.text == text


async def test_a_carriage_return_comes_in_base64_on_the_next_connection(reader: Reader, model: ScriptedModel):
    async with reader.events() as first:
        model.say("plain ")
        await first.shows("plain ")
        assert "Stream-SSE-Data-Encoding" not in first.response.headers
        model.say("one\r\ntwo\rthree")
        await first.ends()
        assert first.text == "plain "
        assert "streamClosed" not in first.controls[-1]
    model.finish()
    async with reader.events(offset=first.offset) as second:
        await second.ends()
        assert second.response.headers["Stream-SSE-Data-Encoding"] == "base64"
        assert second.text == "one\r\ntwo\rthree"
        assert second.controls[-1]["streamClosed"] is True


async def test_json_events_are_contiguous_in_both_parts(reader: Reader, model: ScriptedModel):
    async with reader.events(JSON) as events:
        for word in ("one\r\n", "two ", "three "):
            model.think(f"({word})")
            model.say(word)
        model.finish()
        await events.ends()
        for part, expected in (("content", "one\r\ntwo three "), ("reasoning", "(one\r\n)(two )(three )")):
            text = ""
            for message in (message for message in events.messages if message["part"] == part):
                assert (message["start"], message["end"]) == (len(text), len(text) + len(message["text"]))
                text += message["text"]
            assert text == expected


async def test_a_reader_continues_where_a_connection_ended(reader: Reader, model: ScriptedModel):
    async with reader.events() as first:
        model.say("Seen. ")
        await first.shows("Seen. ")
    model.say("Missed. ")
    async with reader.events(offset=first.offset, cursor=first.controls[-1]["streamCursor"]) as second:
        await second.shows("Missed. ")
        assert int(second.controls[-1]["streamCursor"]) > int(first.controls[-1]["streamCursor"])


async def test_now_begins_at_the_tail(reader: Reader, model: ScriptedModel):
    model.say("Old. ")
    await reader.has_stored(5)
    tail = (await reader.head()).headers["Stream-Next-Offset"]
    async with reader.events(offset="now") as events:
        await eventually(lambda: bool(events.controls))
        assert (events.controls[0]["streamNextOffset"], events.controls[0]["upToDate"]) == (tail, True)
        model.say("New.")
        await events.shows("New.")


@pytest.mark.parametrize("offset", ["now", "tail"])
async def test_at_the_tail_of_a_closed_stream_its_end_is_all_there_is(finished: Reader, offset: str):
    tail = (await finished.head()).headers["Stream-Next-Offset"]
    async with finished.events(offset=tail if offset == "tail" else offset) as events:
        await events.ends()
        assert events.controls == [{"streamNextOffset": tail, "upToDate": True, "streamClosed": True}]
        assert not events.data


async def test_a_connection_ends_after_its_time_and_the_stream_does_not(
    reader: Reader, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sse, "CYCLE", 0.3)
    model.say("Hello.")
    async with reader.events() as events:
        await events.ends()
        assert "streamClosed" not in events.controls[-1]
        assert events.text == "Hello."


async def test_a_stopping_worker_lets_its_readers_go(reader: Reader, model: ScriptedModel):
    async with reader.events() as events:
        model.say("Hello.")
        await events.shows("Hello.")
        reader.person.worker.reconciler.end_reads()
        await events.ends()
        assert "streamClosed" not in events.controls[-1]


async def test_nothing_is_held_for_a_reader_who_left(reader: Reader, model: ScriptedModel):
    worker = reader.person.worker
    model.say("Hello.")
    async with reader.events() as one, reader.events(JSON) as other:
        await one.shows("Hello.")
        await eventually(lambda: bool(other.controls))
        assert len(worker.stored.copies) == 1
    await eventually(lambda: not held_for_viewers(worker))


async def test_a_revoked_token_is_cut_off_within_a_moment(reader: Reader, model: ScriptedModel):
    worker = reader.person.worker
    async with reader.events() as events:
        model.say("Before. ")
        await events.shows("Before. ")
        await worker.people.api_tokens.revoke(reader.person.scope, reader.token.id)
        await events.ends()
        assert "streamClosed" not in events.controls[-1]


async def test_a_signed_out_session_is_cut_off_within_a_moment(reader: Reader, model: ScriptedModel):
    worker = reader.person.worker
    reader.http.headers["Cookie"] = f"chat_stream_session={reader.person.token}"
    by_cookie = {"live": "sse", "offset": "-1"}
    async with reader.http.stream("GET", reader.path, params=by_cookie) as response:
        assert response.status_code == 200
        await worker.people.accounts.sign_out(reader.person.token)
        async for _ in response.aiter_lines():
            pass
    await eventually(lambda: len(worker.stored.copies) == 0)


async def test_a_lost_membership_cuts_off_within_a_moment(reader: Reader, model: ScriptedModel):
    worker = reader.person.worker
    async with reader.events() as events:
        model.say("Before. ")
        await events.shows("Before. ")
        async with worker.database.write() as session:
            await session.exec(delete(Membership))
        await events.ends()


async def test_text_that_the_hub_loses_is_found_in_the_database(reader: Reader, model: ScriptedModel):
    worker = reader.person.worker
    async with reader.events() as events:
        model.say("One. ")
        await events.shows("One. ")
        receivers_of(worker.hub).clear()
        model.say("Two.")
        model.finish()
        await events.ends()
        assert events.text == "One. Two."
