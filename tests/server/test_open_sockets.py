"""Ending a websocket from the server's side."""

import asyncio
from pathlib import Path

import aiohttp

from tests.support.site import Server, free_port


async def test_a_client_that_says_nothing_is_told_at_once_that_the_app_ended_its_socket(tmp_path: Path):
    """Granian's own close waits until the client says something."""
    server = Server(free_port(), tmp_path, app="tests.api.ending_app:app")
    await asyncio.to_thread(server.start)
    try:
        async with aiohttp.ClientSession() as http, http.ws_connect(f"{server.url}/") as socket:
            assert await socket.receive(timeout=5) is not None
            assert socket.closed
    finally:
        await asyncio.to_thread(server.stop)
