"""An attempt's text and status as the database has them, read in one statement: never half journal and half fold."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from chat_stream.database import Database
from chat_stream.models import Status
from chat_stream.streaming.delta import PARTS, Delta, Part, Positions
from chat_stream.streaming.journal.commit import ATTEMPTS, JOURNAL


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The deltas from the requested positions to `ends`, in order for each part."""

    deltas: tuple[Delta, ...]
    ends: Positions
    status: Status


async def snapshot_of(database: Database, attempt_id: str, since: Positions = Positions()) -> Snapshot | None:
    """Reads a snapshot in a transaction of its own."""
    async with database.read_rows() as connection:
        return await read_snapshot(connection, attempt_id, since)


async def read_snapshot(
    connection: AsyncConnection, attempt_id: str, since: Positions = Positions()
) -> Snapshot | None:
    """Reads the text beyond `since`. None if there is no such attempt."""
    rows = (await connection.execute(_BEYOND, {"attempt_id": attempt_id, **since._asdict()})).all()
    if not rows:
        return None
    first = rows[0]
    status = Status(first.status)
    ends = Positions(first.content_end, first.reasoning_end)
    if status.is_terminal:
        folded: dict[Part, str] = {"content": first.content, "reasoning": first.reasoning}
        texts: list[tuple[Part, int, str]] = [(part, since.of(part), folded[part]) for part in PARTS]
        deltas = (Delta(attempt_id, part, start, start + len(text), text) for part, start, text in texts if text)
    else:
        deltas = (Delta(attempt_id, row.part, row.start, row.end, row.text) for row in rows if row.part)
    return Snapshot(tuple(deltas), ends, status)


def _beyond() -> Select[Any, Any, Any]:
    """Selects the attempt with each of its deltas that end beyond the requested positions."""
    since = {part: bindparam(part, type_=Integer) for part in PARTS}
    beyond = or_(*(and_(JOURNAL.c.part == part, JOURNAL.c.end > since[part]) for part in PARTS))
    return (
        select(
            ATTEMPTS.c.status,
            ATTEMPTS.c.content_end,
            ATTEMPTS.c.reasoning_end,
            *(func.substr(ATTEMPTS.c[part], since[part] + 1).label(part) for part in PARTS),
            JOURNAL.c.part,
            JOURNAL.c.start,
            JOURNAL.c.end,
            JOURNAL.c.text,
        )
        .outerjoin(JOURNAL, and_(JOURNAL.c.attempt_id == ATTEMPTS.c.id, beyond))
        .where(ATTEMPTS.c.id == bindparam("attempt_id"))
        .order_by(JOURNAL.c.part, JOURNAL.c.start)
    )


_BEYOND = _beyond()
