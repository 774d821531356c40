"""An app whose websockets it ends itself while it reads, as engine.io does, behind what lets them end at once."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from chat_stream.server.granian import OpenSockets


async def _ends(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        ending = asyncio.create_task(_end(send))
        while (await receive())["type"] != "websocket.disconnect":
            pass
        await ending
    elif scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})


async def _end(send: Send) -> None:
    await asyncio.sleep(0.1)  # in the middle of the read
    await send({"type": "websocket.close"})


def app() -> ASGIApp:
    return OpenSockets().guard(_ends)
