"""A Redis that was restarted tells Reflex again when a lock is free."""

import asyncio
from contextlib import suppress

import pytest

from chat_stream.reflex_patches import keep_lock_notices, lock_notices
from tests.support.eventually import eventually
from tests.support.servers import RedisServer


async def test_a_restarted_redis_is_told_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lock_notices, "INTERVAL", 0.05)
    with RedisServer() as server:
        client = server.client()
        monkeypatch.setattr(lock_notices, "get_redis", lambda: client)
        keeping = asyncio.create_task(keep_lock_notices())

        async def are_on() -> bool:
            async with server.client() as asking:
                return (await asking.config_get("notify-keyspace-events"))["notify-keyspace-events"] != ""

        await eventually(are_on)
        server.kill()
        server.start()
        await eventually(are_on)
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping
        await client.aclose()
