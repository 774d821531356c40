"""A server without its page, for viewers that speak to its websocket; and people who sign up there."""

import itertools
from pathlib import Path

import aiohttp

from tests.support.provider import ScriptedProvider
from tests.support.site import Address, Server, free_port

_numbers = itertools.count(1)


def backend(folder: Path, provider: ScriptedProvider) -> Server:
    """A server of its own, not started yet, on a database in `folder`."""
    return Server(free_port(), folder, {**settings_for(provider), "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "false"})


def settings_for(provider: ScriptedProvider) -> dict[str, str]:
    return {
        "OPENAI_API_BASE": provider.url,
        "OPENAI_API_KEY": "sk-scripted",
        "CHAT_STREAM_MODELS": "openai/scripted",
        "CHAT_STREAM_GRACE_SECONDS": "0.2",
    }


async def sign_up(http: aiohttp.ClientSession, server: Address) -> str:
    """A new person; returns their session's cookie."""
    person = {"name": "Ada", "email": f"ada{next(_numbers)}@example.com", "password": "correct horse battery"}
    async with http.post(f"{server.url}/api/users", json=person, headers={"Origin": server.url}) as answer:
        assert answer.status == 201, await answer.text()
        return "; ".join(f"{name}={morsel.value}" for name, morsel in answer.cookies.items())


def server_process(server: Server) -> int:
    """The process that serves: granian's only child."""
    assert server.process
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return int(children[-1]) if children else server.process.pid
