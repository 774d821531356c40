"""The HTTP routes on a real server in the test's own process, so that a test sees what they leave behind."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from granian.constants import Interfaces
from granian.server.embed import Server

from chat_stream.api import api
from tests.support.eventually import eventually
from tests.support.site import free_port


@asynccontextmanager
async def serving() -> AsyncGenerator[str]:
    """The address of a server on the loopback, until the block ends."""
    port = free_port()
    server = Server(api(), port=port, interface=Interfaces.ASGINL, log_enabled=False)
    task = asyncio.create_task(server.serve())
    try:
        await eventually(lambda: answers(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()
        await task


async def answers(port: int) -> bool:
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    return False
