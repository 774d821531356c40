"""Text of people doesn't get into logs through an error."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from chat_stream.worker import Worker

pytestmark = pytest.mark.on_both


async def test_an_error_does_not_repeat_what_was_to_be_stored(worker: Worker):
    with pytest.raises(SQLAlchemyError) as failed:
        async with worker.database.write() as session:
            await (await session.connection()).execute(text("INSERT INTO nowhere VALUES (:it)"), {"it": "a secret"})
    assert "a secret" not in str(failed.value)
