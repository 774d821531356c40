"""Reading what is there."""

import httpx
import pytest

from tests.api.reader import JSON, Reader
from tests.support.model import ScriptedModel
from tests.support.people import Person


async def test_a_finished_answer_is_read_whole_and_is_closed(finished: Reader):
    answer = await finished.get()
    assert (answer.status_code, answer.text) == (200, "Hello 🌍,\nthere.")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Stream-Up-To-Date"] == answer.headers["Stream-Closed"] == "true"


async def test_no_offset_and_minus_one_are_the_start(finished: Reader):
    assert (await finished.get()).content == (await finished.get(offset="-1")).content


async def test_an_answer_that_is_written_is_read_as_far_as_it_is_and_stays_open(reader: Reader, model: ScriptedModel):
    model.say("As far as this.")
    await reader.has_stored(15)
    answer = await reader.get()
    assert answer.text == "As far as this."
    assert answer.headers["Stream-Up-To-Date"] == "true"
    assert "Stream-Closed" not in answer.headers


async def test_the_next_offset_continues_exactly_there(reader: Reader, model: ScriptedModel):
    model.say("Ünï🌍")
    await reader.has_stored(4)
    first = await reader.get()
    model.say("códe.")
    await reader.has_stored(9)
    second = await reader.get(offset=first.headers["Stream-Next-Offset"])
    assert first.text + second.text == "Ünï🌍códe."
    assert second.headers["Stream-Next-Offset"] > first.headers["Stream-Next-Offset"]


async def test_an_offset_from_inside_a_delta_outlives_the_folding_of_the_journal(reader: Reader, model: ScriptedModel):
    model.say("One, ")
    await reader.has_stored(5)
    offset = (await reader.get()).headers["Stream-Next-Offset"]
    model.say("two, ", "three.")
    await reader.has_stored(16)
    before = await reader.get(offset=offset)
    model.finish()
    await reader.is_closed()
    after = await reader.get(offset=offset)
    assert before.text == after.text == "two, three."


async def test_at_the_tail_of_a_closed_stream_there_is_nothing_but_its_end(finished: Reader):
    tail = (await finished.get()).headers["Stream-Next-Offset"]
    answer = await finished.get(offset=tail)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Stream-Next-Offset"] == tail
    assert answer.headers["Stream-Closed"] == "true"


@pytest.mark.parametrize(("headers", "empty"), [({}, b""), (JSON, b"[]")], ids=["text", "json"])
async def test_now_is_the_tail(finished: Reader, headers: dict[str, str], empty: bytes):
    answer = await finished.get(headers, offset="now")
    assert (answer.status_code, answer.content) == (200, empty)
    assert answer.headers["Stream-Next-Offset"] == (await finished.get(headers)).headers["Stream-Next-Offset"]
    assert answer.headers["Stream-Closed"] == answer.headers["Stream-Up-To-Date"] == "true"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


async def test_json_is_an_array_of_deltas_of_both_parts(finished: Reader):
    answer = await finished.get(JSON)
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == [
        {"part": "content", "start": 0, "end": 15, "text": "Hello 🌍,\nthere."},
        {"part": "reasoning", "start": 0, "end": 4, "text": "Hm. "},
    ]


async def test_json_continues_both_parts_from_one_offset(reader: Reader, model: ScriptedModel):
    model.think("Hm. ")
    model.say("One, ")
    await reader.has_stored(5)
    offset = (await reader.get(JSON)).headers["Stream-Next-Offset"]
    model.think("Well. ")
    model.say("two.")
    model.finish()
    await reader.is_closed()
    rest = {message["part"]: message for message in (await reader.get(JSON, offset=offset)).json()}
    assert (rest["content"]["start"], rest["content"]["text"]) == (5, "two.")
    assert (rest["reasoning"]["start"], rest["reasoning"]["text"]) == (4, "Well. ")


async def test_head_tells_tail_and_closure_without_text(reader: Reader, model: ScriptedModel):
    model.say("Hello.")
    await reader.has_stored(6)
    written = await reader.head()
    assert (written.status_code, written.content) == (200, b"")
    assert written.headers["Stream-Next-Offset"] == (await reader.get()).headers["Stream-Next-Offset"]
    assert "Stream-Closed" not in written.headers
    model.finish()
    await reader.is_closed()
    ended = await reader.head()
    assert ended.headers["Stream-Closed"] == "true"
    assert ended.headers["Cache-Control"] == "no-store"


async def test_only_a_closed_stream_is_kept_for_good_and_only_by_its_reader(reader: Reader, model: ScriptedModel):
    model.say("Hello.")
    await reader.has_stored(6)
    assert (await reader.get()).headers["Cache-Control"] == "private, no-cache"
    model.finish()
    await reader.is_closed()
    kept = await reader.get()
    assert kept.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert {"Accept", "Authorization", "Cookie"} <= {name.strip() for name in kept.headers["Vary"].split(",")}


async def test_a_reader_who_has_it_already_is_not_sent_it_again(reader: Reader, model: ScriptedModel):
    model.say("Hello.")
    await reader.has_stored(6)
    tag = (await reader.get()).headers["ETag"]
    assert (await reader.get({"If-None-Match": f'"other", W/{tag}'})).status_code == 304
    model.finish()
    await reader.is_closed()
    closed = await reader.get({"If-None-Match": tag})
    assert (closed.status_code, closed.headers["Stream-Closed"]) == (200, "true")
    again = await reader.get({"If-None-Match": closed.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await reader.get({**JSON, "If-None-Match": closed.headers["ETag"]})).status_code == 200


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"offset": ""}, "must be -1, now"),
        ({"offset": "-2"}, "must be -1, now"),
        ({"offset": "000001_0000000000_000000000O"}, "must be -1, now"),
        ({"offset": "000001_٠٠٠٠٠٠٠٠٠٠_0000000000"}, "must be -1, now"),
        ({"offset": "000002_0000000000_0000000000"}, "another attempt"),
        ({"offset": "000001_0000000016_0000000000"}, "behind the end"),
        ({"offset": "-1", "live": "forever"}, "live must be"),
        ({"offset": "-1", "live": ""}, "live must be"),
        ({"live": "long-poll"}, "needs the parameter offset"),
        ({"live": "sse"}, "needs the parameter offset"),
    ],
)
async def test_a_parameter_that_can_not_be_used_is_named(finished: Reader, params: dict[str, str], says: str):
    answer = await finished.get(None, "", **params)
    assert answer.status_code == 400
    assert says in answer.text


async def test_two_offsets_are_one_too_many(finished: Reader):
    answer = await finished.http.get(f"{finished.path}?offset=-1&offset=now", headers=finished.bearer)
    assert answer.status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_is_written_here(finished: Reader, method: str):
    answer = await finished.http.request(method, finished.path, headers=finished.bearer, content=b"x")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


async def test_the_message_leads_to_its_newest_attempt_and_keeps_the_query(reader: Reader, model: ScriptedModel):
    model.say("First.")
    await reader.has_stored(6)
    await reader.person.worker.stored.stops.stop(reader.person.scope, reader.message_id)
    await reader.is_closed()
    offset = (await reader.get()).headers["Stream-Next-Offset"]
    await reader.person.worker.stored.messages.retry(reader.person.scope, reader.message_id)
    path = f"/api/messages/{reader.message_id}/stream"
    newest = await reader.get(path=path, live="long-poll", offset="-1")
    assert newest.status_code == 307
    assert newest.headers["Location"] == (
        f"/api/messages/{reader.message_id}/attempts/2/stream?live=long-poll&offset=-1"
    )
    begun = await reader.get(path=path, offset=offset)
    assert begun.headers["Location"] == f"{reader.path}?offset={offset}"


async def test_what_is_unknown_and_what_is_foreign_are_told_alike(finished: Reader, bob: Person):
    worker = bob.worker
    token = await worker.people.api_tokens.create(bob.scope, "Bob's")
    foreign = {"Authorization": f"Bearer {token.secret}"}
    answers: list[httpx.Response] = []
    for path in (
        finished.path,
        f"/api/messages/{finished.message_id}/stream",
        "/api/messages/unknown/stream",
        "/api/messages/unknown/attempts/1/stream",
        f"/api/messages/{finished.message_id}/attempts/99/stream",
        f"/api/messages/{finished.message_id}/attempts/99999999999999999999/stream",
        f"/api/messages/{finished.message_id}/attempts/one/stream",
        "/api/messages/%00/stream",
    ):
        answers.append(await finished.http.get(path, headers=foreign))
        answers.append(await finished.http.get(path, headers=foreign, params={"live": "sse", "offset": "-1"}))
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (404, "There is nothing here, or you don't have access to it.")
    }
