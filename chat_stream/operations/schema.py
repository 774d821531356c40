"""Whether the database has the tables that this version of the code needs."""

import asyncio
import importlib
from functools import cache
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from chat_stream.database import Database
from chat_stream.folders import PROJECT_ROOT
from chat_stream.operations.readiness import NotReady


class SchemaVersion:
    """Compares the database's migration with those that this version knows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def check(self) -> None:
        """Raises `NotReady` if migrations are missing.

        A migration that this version doesn't know comes from a newer version: it ran while this worker still serves,
        which migrations must allow.
        """
        known = await asyncio.to_thread(known_revisions)
        found = await self._revision()
        if found != known[0] and (not found or found in known):
            where = f"is at migration {found}" if found else "has no migration"
            raise NotReady(f"the database {where} and this version needs {known[0]}: run alembic upgrade head")

    async def _revision(self) -> str:
        try:
            async with self._database.read_rows() as connection:
                return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar() or ""
        except DBAPIError as error:
            if "alembic_version" in str(error.orig):
                return ""
            raise


@cache
def known_revisions() -> tuple[str, ...]:
    """The migrations of this version, the newest first. Alembic is imported here, because that takes a fifth of a
    start."""
    alembic: Any = importlib.import_module("alembic.config")
    scripts: Any = importlib.import_module("alembic.script")
    config = alembic.Config()
    config.set_main_option("script_location", str(PROJECT_ROOT / "alembic"))
    return tuple(script.revision for script in scripts.ScriptDirectory.from_config(config).walk_revisions())
