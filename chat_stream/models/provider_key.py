"""The keys with which an account calls providers."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, Column, bindparam, delete
from sqlmodel import Field, UniqueConstraint, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound


class ProviderKey(Record, table=True):
    """Holds the encrypted key, and its last four characters, by which people recognise it."""

    __table_args__ = (UniqueConstraint("account_id", "provider"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    account_id: str = Field(foreign_key="accounts.id", ondelete="CASCADE")
    created_by: str | None = Field(default=None, foreign_key="users.id", ondelete="SET NULL")
    provider: str = Field(description="LiteLLM's name of it")
    address: str = Field(default="", description="of a server of the account's own; empty for the provider's")
    encrypted: str = Field(repr=False)
    last_four: str
    models: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)

    @staticmethod
    async def of_account(session: AsyncSession, account_id: str) -> Sequence["ProviderKey"]:
        return (await session.exec(_OF_ACCOUNT, params={"account_id": account_id})).all()

    @staticmethod
    async def for_provider(session: AsyncSession, account_id: str, provider: str) -> "ProviderKey | None":
        query = select(ProviderKey).where(ProviderKey.account_id == account_id, ProviderKey.provider == provider)
        return (await session.exec(query)).first()

    @staticmethod
    async def remove(session: AsyncSession, account_id: str, key_id: str) -> str:
        """Removes one of an account's keys, and returns its provider.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        ours = delete(ProviderKey).where(col(ProviderKey.id) == key_id, col(ProviderKey.account_id) == account_id)
        removed = (await session.exec(ours.returning(col(ProviderKey.provider)))).first()
        if removed is None:
            raise NotFound
        return removed[0]


_OF_ACCOUNT = (
    select(ProviderKey).where(ProviderKey.account_id == bindparam("account_id")).order_by(col(ProviderKey.provider))
)
"""Built once, because every tab runs it: building it takes longer than executing it."""
