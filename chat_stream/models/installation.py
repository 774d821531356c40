"""The settings that administrators make for everybody: one row."""

from sqlalchemy import JSON
from sqlmodel import Field
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import Record

ONLY = 1


class Installation(Record, table=True):
    """Without a row, everybody may sign up and every model may be used."""

    id: int = Field(default=ONLY, primary_key=True)
    is_sign_up_open: bool = True
    allowed_models: list[str] = Field(default_factory=list, sa_type=JSON, description="empty: all that there are")
    default_model: str = Field(default="", description="empty: the first of the settings")

    @staticmethod
    async def load(session: AsyncSession) -> "Installation":
        return await session.get(Installation, ONLY) or Installation()

    @staticmethod
    async def hold(session: AsyncSession) -> "Installation":
        """The row, locked for a change until the transaction ends."""
        return await session.get(Installation, ONLY, with_for_update=True) or Installation()
