"""The drafts of one commit, as a table that SQL statements can join.

The statement's text doesn't depend on how many drafts there are, so SQLAlchemy and the driver compile it once:
compiling took more than half of a transaction's time.
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
    """The common table expression `asked`, with the columns of `COLUMNS`."""
    return _TABLES[dialect]()


def parameters(drafts: Sequence[Draft], dialect: str) -> dict[str, Any]:
    """The values for the statement's parameters."""
    rows = [(draft.attempt_id, draft.fence, *draft.start, *draft.end) for draft in drafts]
    if dialect == "sqlite":
        return {"drafts": json.dumps(rows)}
    return {f"drafts_{name}": values for name, *values in zip(COLUMNS, *rows, strict=True)}


def _from_json() -> CTE:
    """The drafts as one JSON parameter, because SQLite takes no lists. `->>` would be shorter, but older versions of
    SQLite lack it."""
    row = func.json_each(bindparam("drafts", type_=String)).table_valued("value", name="draft")
    fields = (func.json_extract(row.c.value, f"$[{place}]") for place in range(len(COLUMNS)))
    typed = (
        type_coerce(field, type_).label(name) for field, (name, type_) in zip(fields, COLUMNS.items(), strict=True)
    )
    # Read once and indexed: SQLite would rather parse the JSON again for each row that it compares.
    return select(*typed).cte("asked").prefix_with("MATERIALIZED")


def _from_lists() -> CTE:
    """The drafts as one list for each column. PostgreSQL can estimate the number of rows from lists, but not from
    JSON."""
    lists = (bindparam(f"drafts_{name}", type_=ARRAY(type_)) for name, type_ in COLUMNS.items())
    columns = (column(name, type_) for name, type_ in COLUMNS.items())
    return select(func.unnest(*lists).table_valued(*columns, name="draft").render_derived()).cte("asked")


_TABLES: Mapping[str, Callable[[], CTE]] = {"sqlite": _from_json, "postgresql": _from_lists}
