"""Fresh, migrated databases."""

from pathlib import Path

from sqlmodel import SQLModel

from chat_stream.database import Database


async def fresh_database_url(folder: Path) -> str:
    """The address of an empty SQLite database with all tables."""
    url = f"sqlite+aiosqlite:///{folder / 'chat_stream.db'}"
    await create_tables(url)
    return url


async def create_tables(url: str) -> None:
    database = Database(url)
    async with database.write_rows() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    await database.close()
