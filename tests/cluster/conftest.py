"""Two workers in this process."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from chat_stream.worker import Worker
from tests.support.backing import Backing
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up


@pytest.fixture
def backing(on_postgresql: Backing) -> Backing:
    return on_postgresql


@pytest.fixture
async def other_worker(backing: Backing, worker: Worker, model: ScriptedModel) -> AsyncIterator[Worker]:
    async with Worker(backing.settings(), model.stream).running() as other:
        yield other


@pytest.fixture
async def alice(worker: Worker) -> Person:
    """At the first worker."""
    return await sign_up(worker, "Alice")


@pytest.fixture
def alice_elsewhere(alice: Person, other_worker: Worker) -> Person:
    """Alice at the second worker."""
    return replace(alice, worker=other_worker)
