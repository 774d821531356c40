"""The app hears of a stop before its server acts on it, or says that it won't."""

import asyncio
import os
import signal

from structlog.testing import capture_logs

from chat_stream.server.granian import on_stop_signal
from tests.support.eventually import eventually


async def test_the_app_is_done_before_the_server_begins_to_stop():
    heard: list[str] = []

    async def leave() -> None:
        await asyncio.sleep(0)
        heard.append("app")

    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, heard.append, "server")
    try:
        on_stop_signal(leave)
        os.kill(os.getpid(), signal.SIGTERM)
        await eventually(lambda: heard == ["app", "server"])
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


async def test_a_loop_on_which_no_stop_can_be_heard_is_warned_of():
    async def leave() -> None:
        """Never called."""

    with capture_logs() as logs:
        on_stop_signal(leave)
    assert [entry["event"] for entry in logs] == ["stop.unheard"]
