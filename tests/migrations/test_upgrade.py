"""A database of the first release goes to head with everything in it, and the release before can go on meanwhile."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlmodel import select

from chat_stream.database import Database
from chat_stream.models import Attempt, Chat, Message, Total, User
from tests.migrations.conftest import Alembic
from tests.migrations.first_release import THEN, everything, execute

Result = TypeVar("Result")


@asynccontextmanager
async def database_at(url: str) -> AsyncGenerator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()


def on(url: str, use: Callable[[Connection], Result]) -> Result:
    async def run() -> Result:
        async with database_at(url) as database, database.write_rows() as connection:
            return await connection.run_sync(use)

    return asyncio.run(run())


def test_the_migrations_lead_to_the_tables_that_the_models_describe(alembic: Alembic):
    alembic("upgrade", "head")
    alembic("check")


def test_a_database_of_the_first_release_goes_to_head_with_all_its_data(alembic: Alembic, empty: str):
    alembic("upgrade", "0001")
    on(empty, lambda connection: execute(connection, "first_release.sql"))
    before = on(empty, everything)
    alembic("upgrade", "head")
    after = on(empty, everything)
    for table, rows in before.items():
        assert [{name: row[name] for name in old} for row, old in zip(after[table], rows, strict=True)] == rows


def test_head_reads_what_the_first_release_wrote(alembic: Alembic, empty: str):
    alembic("upgrade", "0001")
    on(empty, lambda connection: execute(connection, "first_release.sql"))
    alembic("upgrade", "head")

    async def read() -> list[Any]:
        async with database_at(empty) as database, database.read() as session:
            return [(await session.exec(select(model))).all() for model in (User, Chat, Message, Attempt)]

    [[user], [chat], messages, attempts] = asyncio.run(read())
    assert (user.email, chat.title, user.created_at) == ("ada@example.com", "Hello 🌍", THEN)
    assert {message.content for message in messages} == {"Hello? 🌍", ""}
    assert {attempt.content for attempt in attempts} == {"Hello, you. 🌊", ""}
    assert chat.total == Total(1, 2)


def test_workers_of_the_first_release_go_on_while_the_database_is_at_head(alembic: Alembic, empty: str):
    alembic("upgrade", "head")
    on(empty, lambda connection: execute(connection, "first_release.sql"))
    on(empty, lambda connection: execute(connection, "goes_on.sql"))
    attempts = {row["id"]: row for row in on(empty, everything)["attempts"]}
    assert (attempts["live"]["status"], attempts["live"]["content"]) == ("completed", "Half way")
