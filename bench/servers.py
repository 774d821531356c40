"""The processes that are measured, each on a core of its own as far as there are cores."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import aiohttp

from tests.exactness.backend import sign_up
from tests.support.servers import PostgreSQL, RedisServer
from tests.support.site import PROJECT, Server, Site, free_port

CLOCK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Scripted:
    """The provider's process."""

    process: asyncio.subprocess.Process
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def end_answers(self) -> list[int]:
        """Ends what is being written; returns how many bytes each answer took so far."""
        async with aiohttp.ClientSession() as http, http.post(f"http://127.0.0.1:{self.port}/end") as answer:
            return await answer.json(content_type=None)


@asynccontextmanager
async def provider() -> AsyncGenerator[Scripted]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.provider", cwd=PROJECT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        yield Scripted(process, int(await process.stdout.readline()))
    finally:
        process.kill()
        await process.wait()


@cache
def site() -> Site:
    """The page, built once for a run, with all of the machine."""
    with on_cores(range(os.cpu_count() or 1)):
        return Site.built()


@contextmanager
def on_cores(cores: Sequence[int]) -> Generator[None]:
    """Runs the processes that are started in the block on these cores. Only Linux supports this."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@dataclass
class Usage:
    """The resources that a server's processes have used so far."""

    cpu_seconds: float
    resident_bytes: int

    @classmethod
    def of(cls, server: Server) -> "Usage":
        assert server.process
        group, cpu, pages = server.process.pid, 0, 0
        for path in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = path.read_text().rpartition(")")[2].split()
                if int(fields[2]) == group:
                    cpu += int(fields[11]) + int(fields[12])
                    pages += int(fields[21])
        return cls(cpu / CLOCK, pages * PAGE)


@asynccontextmanager
async def worker(
    folder: Path,
    provider: Scripted,
    core: int | None,
    *,
    site: Site | None = None,
    environment: Mapping[str, str] = {},
    app: str = Server.app,
) -> AsyncGenerator[Server]:
    """One worker on one core, or on those of its caller; without its page, unless there is a site."""
    await asyncio.to_thread(folder.mkdir, parents=True)
    environment = {**_settings(provider), **environment}
    if site:
        server = site.server(folder, **environment)
    else:
        server = Server(free_port(), folder, {**environment, "__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "false"}, app)
    with on_cores([core]) if core is not None else contextlib.nullcontext():
        await asyncio.to_thread(server.start)
    try:
        yield server
    finally:
        server.kill()


@asynccontextmanager
async def stores() -> AsyncGenerator[dict[str, str]]:
    """A PostgreSQL and a Redis, as settings of a worker."""
    with PostgreSQL() as postgresql, RedisServer() as redis:
        yield {"DATABASE_URL": postgresql.url(await postgresql.create()), "REDIS_URL": redis.url}


@asynccontextmanager
async def person(server: Server) -> AsyncGenerator[aiohttp.ClientSession]:
    """Signed in there."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        cookie = await sign_up(http, server)
    headers, jar, any_number = {"Cookie": cookie}, aiohttp.DummyCookieJar(), aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(headers=headers, cookie_jar=jar, connector=any_number) as http:
        yield http


def _settings(provider: Scripted) -> dict[str, str]:
    return {
        "OPENAI_API_BASE": provider.url,
        "OPENAI_API_KEY": "sk-scripted",
        "CHAT_STREAM_MODELS": "openai/scripted",
    }
