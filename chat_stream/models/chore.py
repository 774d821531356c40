"""Work that is done now and then by one worker for all, and when it is next due."""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, col
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.database import database_clock
from chat_stream.models.record import Record


class Chore(Record, table=True):
    """Whoever moves `due_at` into the future has the work, and until then nobody else gets it: a lease."""

    name: str = Field(primary_key=True)
    due_at: float = Field(default=0.0, description="seconds since 1970, the database's clock")

    @staticmethod
    async def know(session: AsyncSession, name: str) -> None:
        """Makes the row, unless there is one."""
        if await session.get(Chore, name):
            return
        try:
            async with session.begin_nested():
                session.add(Chore(name=name))
        except IntegrityError:
            return  # another worker was faster

    @staticmethod
    async def take(session: AsyncSession, name: str, lease: float) -> bool:
        """Whether the work is due and now the caller's, for so many seconds."""
        due = update(Chore).where(col(Chore.name) == name, col(Chore.due_at) <= database_clock())
        taken = due.values(due_at=database_clock() + lease).returning(col(Chore.name))
        return (await session.exec(taken)).first() is not None

    @staticmethod
    async def finish(session: AsyncSession, name: str, interval: float) -> None:
        """It is done, and due again in so many seconds."""
        again = update(Chore).where(col(Chore.name) == name).values(due_at=database_clock() + interval)
        await session.exec(again)
