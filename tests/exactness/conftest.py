"""A server without a page and a provider, for the tests that need a process to kill, to fill or to stop."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.exactness.venue import Venue, venue_in


@pytest.fixture
async def venue(tmp_path: Path) -> AsyncGenerator[Venue]:
    async with venue_in(tmp_path) as venue:
        yield venue
