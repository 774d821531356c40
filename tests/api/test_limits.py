"""Every limit over HTTP answers with a sentence and says when to try again."""

import asyncio
from typing import Any

import httpx
import pytest

from chat_stream.api import api
from chat_stream.limits import AtATime
from chat_stream.limits.settings import LimitSettings
from chat_stream.server import BodyLimit
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.api.reader import Reader
from tests.support.eventually import eventually

ALICE = {"email": "alice@example.com", "password": "correct horse"}


async def test_after_five_wrong_passwords_alice_waits(http: httpx.AsyncClient):
    for _ in range(5):
        assert (await sign_in(http, password="wrong")).status_code == 422
    refused = await sign_in(http)
    assert refused.status_code == 429
    assert 880 < int(refused.headers["Retry-After"]) <= 900
    assert refused.json()["sentence"] == "The password was wrong too many times. Try again in 15 minutes."


async def test_a_stranger_elsewhere_does_not_lock_alice_out(worker: Worker, http: httpx.AsyncClient):
    for _ in range(6):
        await asks_from("203.0.113.5", "POST", "/api/session", json={**ALICE, "password": "wrong"})
    assert (await asks_from("203.0.113.5", "POST", "/api/session", json=ALICE)).status_code == 429
    assert (await sign_in(http)).status_code == 201


async def test_a_forged_forwarded_for_changes_nothing(http: httpx.AsyncClient):
    for number in range(5):
        await sign_in(http, {"X-Forwarded-For": f"198.51.100.{number}"}, password="wrong")
    for headers in ({"X-Forwarded-For": "198.51.100.77"}, {"Forwarded": "for=198.51.100.7"}, {"X-Real-IP": "1.1.1.1"}):
        assert (await sign_in(http, headers)).status_code == 429


async def test_wrong_passwords_all_at_once_are_counted_one_by_one(http: httpx.AsyncClient):
    answers = await asyncio.gather(*(sign_in(http, password="wrong") for _ in range(12)))
    assert sorted(answer.status_code for answer in answers) == [422] * 5 + [429] * 7


async def test_the_right_password_in_time_begins_anew(http: httpx.AsyncClient):
    for _ in range(2):
        for _ in range(4):
            await sign_in(http, password="wrong")
        assert (await sign_in(http)).status_code == 201


async def test_one_address_makes_so_many_accounts_an_hour(http: httpx.AsyncClient):
    most = LimitSettings().sign_ups
    answers = [await http.post("/api/users", json={"name": "x"}) for _ in range(most + 1)]
    assert [answer.status_code for answer in answers] == [422] * most + [429]
    assert "network" in answers[-1].json()["sentence"]


async def test_reads_that_wait_are_bounded_and_make_room_when_they_end(reader: Reader):
    worker = reader.person.worker
    worker.live_reads = AtATime(1, Text("limit-reads"))
    async with reader.events() as events:
        await eventually(lambda: bool(events.controls))
        for live in ("sse", "long-poll"):
            refused = await reader.get(live=live, offset="-1")
            assert (refused.status_code, refused.headers["Retry-After"]) == (429, "5")
            assert "Try again in 5 seconds" in refused.text
        assert (await reader.get()).status_code == 200

    async def is_free() -> bool:
        async with reader.events() as again:
            return again.response.status_code == 200

    await eventually(is_free)


async def test_a_body_that_is_too_big_is_refused_whether_it_says_so_or_not(worker: Worker):
    async def unannounced():
        for _ in range(11):
            yield b"x" * 10_000

    bodies: list[Any] = [b"x" * 100_001, unannounced()]
    for body in bodies:
        answer = await asks_from("203.0.113.5", "POST", "/api/session", content=body)
        assert answer.status_code == 413
        assert "100,000 bytes" in answer.text


@pytest.mark.parametrize("length", ["-1", "many", "9" * 5000])
async def test_a_length_that_is_none_is_refused(worker: Worker, length: str):
    answer = await asks_from("203.0.113.5", "POST", "/api/session", headers={"Content-Length": length}, content=b"{}")
    assert answer.status_code == 413


async def sign_in(
    http: httpx.AsyncClient, headers: dict[str, str] | None = None, *, password: str = ALICE["password"]
) -> httpx.Response:
    return await http.post("/api/session", json={**ALICE, "password": password}, headers=headers)


async def asks_from(address: str, method: str, path: str, **request: Any) -> httpx.Response:
    """A request as the server gets it from another machine."""
    transport = httpx.ASGITransport(BodyLimit(api(), LimitSettings().body), client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
        return await http.request(method, path, **request)
