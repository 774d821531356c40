"""Runs the migrations against the database that the settings name."""

import asyncio
from typing import Literal

from alembic import context
from sqlalchemy import Connection

from chat_stream.config import settings
from chat_stream.database import Database
from chat_stream.models import User
from chat_stream.models.record import UTCDateTime


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=User.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


def render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """Migrations outlive the code, so they name SQLAlchemy's own types only."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UTCDateTime) else False


async def run() -> None:
    database = Database(settings().database_url)
    database.make_private()
    try:
        async with database.write_rows() as connection:
            await connection.run_sync(migrate)
    finally:
        await database.close()


asyncio.run(run())
