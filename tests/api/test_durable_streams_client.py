"""The protocol's own client, in Node, reads our streams: `@durable-streams/client`, pinned in `node/package.json`."""

import asyncio
import json
import subprocess
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.api.reader import Reader
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel

NODE = Path(__file__).parent / "node"
WORDS = ["Grüße, ", "🌍!\n", "\n", "  data: not a field\n", "tab\t", "end "] * 5

pytestmark = pytest.mark.usefixtures("client_package")


@pytest.fixture(scope="session")
def client_package() -> None:
    """Installs the package as its lock says, unless it is there."""
    installed, wanted = NODE / "node_modules" / ".package-lock.json", NODE / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < wanted.stat().st_mtime:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=NODE, check=True)


@dataclass
class Client:
    """The output of one run of the client."""

    process: asyncio.subprocess.Process
    pieces: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    ending: dict[str, Any] = field(default_factory=dict[str, Any])
    errors: str = ""

    @property
    def text(self) -> str:
        return "".join(piece["text"] for piece in self.pieces)

    @property
    def offset(self) -> str:
        return self.pieces[-1]["offset"]

    async def read(self) -> None:
        assert self.process.stdout
        assert self.process.stderr
        async for line in self.process.stdout:
            said = json.loads(line)
            if said.get("hasEnded"):
                self.ending = said
            else:
                self.pieces.append(said)
        self.errors = (await self.process.stderr.read()).decode()

    async def shows(self, text: str) -> None:
        await eventually(lambda: self.text == text, within=20)

    async def reads_to_the_end(self) -> None:
        await asyncio.wait_for(self.process.wait(), 40)
        await eventually(lambda: bool(self.ending or self.errors))
        assert self.ending.get("isClosed") is True, self.errors


@asynccontextmanager
async def client(reader: Reader, live: str, offset: str = "-1", form: str = "text") -> AsyncGenerator[Client]:
    """The client, reading until it ends or the block does."""
    url = f"{reader.http.base_url}".rstrip("/") + f"/api/messages/{reader.message_id}/stream"
    process = await asyncio.create_subprocess_exec(
        "node",
        str(NODE / "read.mjs"),
        *(url, reader.token.secret, live, offset, form),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    client = Client(process)
    reading = asyncio.create_task(client.read())
    try:
        yield client
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading


@pytest.mark.parametrize("live", ["long-poll", "sse"])
async def test_it_reads_a_live_answer_to_its_end(reader: Reader, model: ScriptedModel, live: str):
    async with client(reader, live) as reading:
        for number, word in enumerate(WORDS):
            model.say(word)
            await reader.has_stored(len("".join(WORDS[: number + 1])))
        model.finish()
        await reading.reads_to_the_end()
        assert reading.text == "".join(WORDS)
        assert len(reading.pieces) > 1


@pytest.mark.parametrize("live", ["long-poll", "sse"])
async def test_it_resumes_in_the_middle_and_gets_exactly_the_rest(reader: Reader, model: ScriptedModel, live: str):
    model.say("One 🌍, ")
    async with client(reader, live) as first:
        await first.shows("One 🌍, ")
        model.say("two, ")
        await first.shows("One 🌍, two, ")
    model.say("three, ")
    async with client(reader, live, first.offset) as second:
        await second.shows("three, ")
        model.say("four.")
        model.finish()
        await second.reads_to_the_end()
        assert first.text + second.text == "One 🌍, two, three, four."


@pytest.mark.parametrize("live", ["long-poll", "sse"])
async def test_carriage_returns_arrive_as_they_are(reader: Reader, model: ScriptedModel, live: str):
    async with client(reader, live) as reading:
        model.say("one ")
        await reading.shows("one ")
        model.say("two\r\nthree\r")
        await reading.shows("one two\r\nthree\r")
        model.say("four")
        model.finish()
        await reading.reads_to_the_end()
        assert reading.text == "one two\r\nthree\rfour"


@pytest.mark.parametrize("live", ["long-poll", "sse"])
async def test_it_reads_both_parts_as_json(reader: Reader, model: ScriptedModel, live: str):
    async with client(reader, live, form="json") as reading:
        model.think("Hm. ")
        model.say("Yes, ")
        await eventually(lambda: bool(reading.pieces and reading.pieces[-1]["items"]), within=20)
        model.say("indeed.")
        model.finish()
        await reading.reads_to_the_end()
        messages = [message for piece in reading.pieces for message in piece["items"]]
        for part, expected in (("content", "Yes, indeed."), ("reasoning", "Hm. ")):
            assert "".join(message["text"] for message in messages if message["part"] == part) == expected


async def test_it_reads_a_finished_answer_without_waiting(finished: Reader):
    async with client(finished, "false") as reading:
        await reading.reads_to_the_end()
        assert reading.text == "Hello 🌍,\nthere."
