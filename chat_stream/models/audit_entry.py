"""The audit log: security-relevant actions, without content, keys, tokens or email addresses."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.record import UTC_TIME, Record, now


class Event(StrEnum):
    """Events, described in words for the reader of the log."""

    SIGNED_UP = "signed up"
    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "failed to sign in"
    SIGNED_OUT = "signed out"
    SIGNED_OUT_EVERYWHERE = "signed out everywhere"
    PASSWORD_CHANGED = "changed their password"  # nosec B105  # words, no secret
    PASSWORD_RESET_MADE = "made a link to reset the password of"  # nosec B105  # words, no secret
    PASSWORD_RESET = "chose a new password by a link"  # nosec B105  # words, no secret
    TOKEN_MADE = "made an API token"  # nosec B105  # words, no secret
    TOKEN_REVOKED = "revoked an API token"  # nosec B105  # words, no secret
    KEY_STORED = "stored a provider key"
    KEY_REMOVED = "removed a provider key"
    TEAM_CREATED = "created a team"
    TEAM_RENAMED = "renamed a team"
    TEAM_DELETED = "deleted a team"
    INVITED = "invited somebody"
    INVITATION_WITHDRAWN = "withdrew an invitation"
    JOINED = "joined a team"
    ROLE_CHANGED = "changed the role of"
    OWNERSHIP_HANDED_OVER = "handed over a team to"
    REMOVED = "removed from a team"
    LEFT = "left a team"
    CHAT_DELETED = "deleted a chat"
    CHAT_BROUGHT_BACK = "brought back a chat"
    USER_DISABLED = "disabled"
    USER_ENABLED = "enabled"
    USER_DELETED = "deleted a user"
    ADMINISTRATOR_MADE = "made an administrator of"
    ADMINISTRATOR_UNMADE = "took the administration from"
    SETTINGS_CHANGED = "changed the installation's settings"


class AuditEntry(Record, table=True):
    """An entry. Its ids have no foreign keys, because the log outlives the people and accounts that it names."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    event: str
    actor_id: str = Field(default="", description="the user who did it; empty where nobody was signed in")
    subject_id: str = Field(default="", description="the user it was done to, where that is another one")
    account_id: str = Field(default="", description="the team it was done in")
    detail: str = Field(default="", description="such as `member → admin`, or a chat's id")

    @staticmethod
    def record(session: AsyncSession, event: Event, **about: Any) -> None:
        """Adds an entry in the transaction of the event itself, so that the log has exactly what happened.

        Args:
            about: `actor_id`, `subject_id`, `account_id` and `detail`, as far as there are any.
        """
        session.add(AuditEntry(event=event, **about))

    @staticmethod
    async def page(session: AsyncSession, before: int | None, limit: int) -> "Sequence[AuditEntry]":
        """The newest entries, or the newest of those before the given one."""
        query = select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(limit)
        if before is not None:
            query = query.where(col(AuditEntry.id) < before)
        return (await session.exec(query)).all()
