"""Fixtures that several kinds of tests share: a fresh database, a worker, people."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from chat_stream.config import Settings
from chat_stream.worker import Worker
from tests.support.database import fresh_database_url
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up


@pytest.fixture
async def database_url(tmp_path: Path) -> str:
    return await fresh_database_url(tmp_path)


@pytest.fixture
def model() -> ScriptedModel:
    return ScriptedModel()


@pytest.fixture
async def worker(database_url: str, model: ScriptedModel) -> AsyncIterator[Worker]:
    settings = Settings(database_url=database_url, models=("demo",), grace=0.2)
    async with Worker(settings, model.stream).running() as worker:
        yield worker


@pytest.fixture
async def alice(worker: Worker) -> Person:
    return await sign_up(worker, "Alice")


@pytest.fixture
async def bob(worker: Worker) -> Person:
    return await sign_up(worker, "Bob")
