"""Regular work that one worker does for all, with the time when it is due."""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import database_clock
from chat_stream.models.record import Record


class Chore(Record, table=True):
    """The worker that moves `due_at` into the future has the work until then: a lease."""

    name: str = Field(primary_key=True)
    due_at: float = Field(default=0.0, description="seconds since 1970, the database's clock")

    @staticmethod
    async def know(session: AsyncSession, name: str) -> None:
        """Adds the row if it doesn't exist."""
        if await session.get(Chore, name):
            return
        try:
            async with session.begin_nested():
                session.add(Chore(name=name))
        except IntegrityError:
            return  # another worker was faster

    @staticmethod
    async def take(session: AsyncSession, name: str, lease: float) -> bool:
        """Takes the work for this many seconds. Returns False if it isn't due."""
        due = update(Chore).where(col(Chore.name) == name, col(Chore.due_at) <= database_clock())
        taken = due.values(due_at=database_clock() + lease).returning(col(Chore.name))
        return (await session.exec(taken)).first() is not None

    @staticmethod
    async def finish(session: AsyncSession, name: str, interval: float) -> None:
        """Records that the work is done, and due again in this many seconds."""
        again = update(Chore).where(col(Chore.name) == name).values(due_at=database_clock() + interval)
        await session.exec(again)
