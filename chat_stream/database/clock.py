"""The database's clock."""

from typing import Any

from sqlalchemy import Float
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class database_clock(FunctionElement[float]):  # noqa: N801  # named like the SQL functions it stands beside
    """Seconds since 1970 by the database's clock. The leases of several machines need one clock that decides."""

    inherit_cache = True
    type = Float()


@compiles(database_clock, "sqlite")
def _clock_on_sqlite(*_: Any, **__: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(database_clock, "postgresql")
def _clock_on_postgresql(*_: Any, **__: Any) -> str:
    return "EXTRACT(EPOCH FROM clock_timestamp())::double precision"
