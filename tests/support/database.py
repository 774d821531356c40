"""Fresh, migrated databases."""

from pathlib import Path

from sqlmodel import SQLModel

from chat_stream.database import Database

FILE = "chat_stream.db"


def database_url(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / FILE}"


async def fresh_database_url(folder: Path) -> str:
    """The address of an empty SQLite database with all tables."""
    url = database_url(folder)
    await create_tables(url)
    return url


async def create_tables(url: str) -> None:
    database = Database(url)
    async with database.write_rows() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    await database.close()
