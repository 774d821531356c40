"""A server with the HTTP routes, and readers who ask it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from tests.api.reader import Reader
from tests.support.backing import Backing
from tests.support.http_server import serving
from tests.support.model import ScriptedModel
from tests.support.people import Person


@pytest.fixture
def backing(on_sqlite: Backing) -> Backing:
    """One database for all tests here: HTTP doesn't depend on it, and the use cases behind it are tested on both."""
    return on_sqlite


@pytest.fixture
async def address(alice: Person) -> AsyncIterator[str]:
    async with serving() as address:
        yield address


@pytest.fixture
async def http(address: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client that proves nothing by itself."""
    async with httpx.AsyncClient(base_url=address) as http:
        yield http


@pytest.fixture
async def reader(alice: Person, http: httpx.AsyncClient) -> Reader:
    """A program of Alice's, with an answer that is being written."""
    token = await alice.worker.people.api_tokens.create(alice.scope, "a program")
    sent = await alice.ask("Hello?")
    return await Reader.of_answer(alice, http, token, sent)


@pytest.fixture
async def finished(reader: Reader, model: ScriptedModel) -> Reader:
    """A reader of an answer that has ended."""
    model.think("Hm. ")
    model.say("Hello 🌍,\n", "there.")
    model.finish()
    await reader.is_closed()
    return reader
