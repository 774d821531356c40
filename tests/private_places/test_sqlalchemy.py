"""SQLAlchemy's dialect for aiosqlite asks a connection for no more than ours has."""

import inspect
import re

from sqlalchemy.dialects.sqlite import aiosqlite

from chat_stream.database import sqlite_driver

NOT_ASKED = {"_conn", "_tx"}
"""For a change of the isolation level, which ours doesn't need: it is opened with the right one."""


async def test_the_dialect_finds_in_our_connection_what_it_asks_for():
    source = inspect.getsource(aiosqlite.AsyncAdapt_aiosqlite_connection)
    asked = set(re.findall(r"self\._connection\.(\w+)", source)) - NOT_ASKED
    assert {"_connection", "close", "stop", "create_function"} <= asked
    connection = await sqlite_driver.MemoryConnection()
    assert {name for name in asked if not hasattr(connection, name)} == set()
    await connection.destroy()
