"""The link between an OpenID provider's user and one of ours."""

from sqlmodel import Field, UniqueConstraint, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import Record, random_id


class Identity(Record, table=True):
    """`issuer` and `subject` identify the provider's user permanently; an email address may pass to another person."""

    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    user_id: str = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    issuer: str
    subject: str

    @staticmethod
    async def user_id_of(session: AsyncSession, issuer: str, subject: str) -> str | None:
        query = select(Identity.user_id).where(Identity.issuer == issuer, Identity.subject == subject)
        return (await session.exec(query)).first()
