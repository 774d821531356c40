"""One line of the log."""

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import structlog

from chat_stream.telemetry import configure_logs
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.http_server import serving
from tests.support.model import ScriptedModel
from tests.support.people import Person


@pytest.fixture
def log() -> Iterator["Log"]:
    root = logging.getLogger()
    handlers = root.handlers
    log = Log(io.StringIO())
    configure_logs("json", log.written)
    yield log
    structlog.reset_defaults()
    root.handlers = handlers


@dataclass
class Log:
    """The log so far."""

    written: io.StringIO

    @property
    def text(self) -> str:
        return self.written.getvalue()

    def lines(self, event: str) -> list[dict[str, Any]]:
        """The lines about this event."""
        lines = [json.loads(line) for line in self.text.splitlines()]
        return [line for line in lines if line["event"] == event]


async def test_a_request_keeps_the_id_that_it_came_with(log: Log, worker: Worker):
    async with serving() as address, httpx.AsyncClient(base_url=address) as http:
        answer = await http.get("/api/messages/x/stream?secret=1", headers={"X-Request-ID": "proxy-7"})
        made = await http.get("/api/messages/x/stream", headers={"X-Request-ID": "no id\tat all"})
    assert answer.headers["X-Request-ID"] == "proxy-7"
    assert len(made.headers["X-Request-ID"]) == 16
    first, second = log.lines("http.request")
    assert (first["request"], first["path"], first["status"]) == ("proxy-7", "/api/messages/x/stream", 401)
    assert second["request"] == made.headers["X-Request-ID"]
    assert "secret" not in log.text


async def test_a_generation_is_found_by_its_message_and_by_the_request_that_asked(
    log: Log, alice: Person, model: ScriptedModel
):
    with structlog.contextvars.bound_contextvars(request="click-1"):
        await alice.ask("My secret question")
    model.say("My secret answer")
    model.finish()
    await eventually(lambda: bool(log.lines("generation.ended")))
    (began,), (ended,) = log.lines("generation.began"), log.lines("generation.ended")
    assert began["request"] == ended["request"] == "click-1"
    assert began["message"] == ended["message"]
    assert began["attempt"] == ended["attempt"]
    assert ended["outcome"] == "completed"
    assert "secret" not in log.text


async def test_a_traceback_shows_no_values(log: Log, alice: Person, model: ScriptedModel):
    sentence = "a private sentence of Alice's"

    def fail(_: object) -> None:
        private = sentence
        raise LookupError(len(private))

    model.add(type("Broken", (), {"content": property(fail)})())  # pyright: ignore[reportArgumentType]
    await alice.ask(sentence)
    await eventually(lambda: bool(log.lines("generation.failed")))
    (line,) = log.lines("generation.failed")
    assert line["exception"][0]["exc_type"] == "LookupError"
    assert "private sentence" not in log.text
