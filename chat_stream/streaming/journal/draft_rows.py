"""Drafts as a table that a statement reads.

The statement's text doesn't depend on how many there are, so that it is compiled once, by SQLAlchemy as by the
database's driver: compiling it anew was the larger half of what a transaction cost.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, CTE, Integer, String, bindparam, column, func, select, type_coerce

from chat_stream.streaming.journal.writer import Draft

COLUMNS: Mapping[str, type[String | Integer]] = {
    "id": String,
    "fence": Integer,
    "content_start": Integer,
    "reasoning_start": Integer,
    "content_end": Integer,
    "reasoning_end": Integer,
}


def asked_on(dialect: str) -> CTE:
    """The table, with these columns."""
    return _TABLES[dialect]()


def parameters(drafts: Sequence[Draft], dialect: str) -> dict[str, Any]:
    """What the statement is executed with."""
    rows = [(draft.attempt_id, draft.fence, *draft.start, *draft.end) for draft in drafts]
    if dialect == "sqlite":
        return {"drafts": json.dumps(rows)}
    return {f"drafts_{name}": values for name, *values in zip(COLUMNS, *rows, strict=True)}


def _from_json() -> CTE:
    """SQLite takes no lists. Its `->>` would be shorter, and is newer than some machines' SQLite."""
    row = func.json_each(bindparam("drafts", type_=String)).table_valued("value", name="draft")
    fields = (func.json_extract(row.c.value, f"$[{place}]") for place in range(len(COLUMNS)))
    typed = (
        type_coerce(field, type_).label(name) for field, (name, type_) in zip(fields, COLUMNS.items(), strict=True)
    )
    # Read once and indexed: SQLite would rather parse the JSON again for each row that it compares.
    return select(*typed).cte("asked").prefix_with("MATERIALIZED")


def _from_lists() -> CTE:
    """PostgreSQL knows by them how few rows to expect, which it doesn't of JSON."""
    lists = (bindparam(f"drafts_{name}", type_=ARRAY(type_)) for name, type_ in COLUMNS.items())
    columns = (column(name, type_) for name, type_ in COLUMNS.items())
    return select(func.unnest(*lists).table_valued(*columns, name="draft").render_derived()).cte("asked")


_TABLES: Mapping[str, Callable[[], CTE]] = {"sqlite": _from_json, "postgresql": _from_lists}
