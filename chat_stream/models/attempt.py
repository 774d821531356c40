"""One generation for one message, with its own text, status, lease and fence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, bindparam
from sqlalchemy.orm import defer
from sqlmodel import Field, UniqueConstraint, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.models.chat import Chat
from chat_stream.models.counts import Counts
from chat_stream.models.record import UTC_TIME, Record, now, random_id
from chat_stream.models.scope import NotFound, Scope
from chat_stream.texts import Text

LEASE = 8.0
"""Seconds after the last renewal for which an attempt's worker counts as alive."""


class Status(StrEnum):
    """`pending` → `streaming` → one of the others, which never change again."""

    PENDING = "pending"
    STREAMING = "streaming"
    COMPLETED = "completed"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"

    @property
    def is_terminal(self) -> bool:
        return self not in LIVE


LIVE = (Status.PENDING, Status.STREAMING)


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended, with what the provider reported. `provider_words` are its own words about a failure."""

    status: Status
    reason: Text | None = None
    model: str | None = None
    is_cut: bool | None = None
    counts: Counts = Counts()
    provider_words: str | None = None


class Attempt(Record, table=True):
    """While an attempt is live, its text is in the journal; when it ends, the text is folded into this row.

    `content_end` and `reasoning_end` are lengths in code points. A writer must name the fence and the lengths that it
    expects, so late writes, gaps and repetitions are all refused.
    """

    __table_args__ = (UniqueConstraint("message_id", "number"),)

    id: str = Field(default_factory=random_id, primary_key=True)
    message_id: str = Field(foreign_key="messages.id", ondelete="CASCADE")
    chat_id: str = Field(foreign_key="chats.id", index=True, ondelete="CASCADE")
    number: int = Field(default=1, description="1 for a message's first attempt")
    model: str = Field(description="asked for at first; when it ends, what the provider says it was")
    asked_model: str | None = Field(default=None, description="what was asked for")
    continues: str | None = Field(default=None, description="the attempt whose text this one begins with")
    status: str = Field(default=Status.PENDING, index=True)
    content: str = ""
    content_end: int = 0
    reasoning: str = ""
    reasoning_end: int = 0
    error: str | None = Field(default=None, description="why it ended before it was complete: an English sentence")
    reason: str | None = Field(default=None, description="the same as `Text.said`, for readers of any language")
    provider_words: str | None = Field(default=None, description="what the provider said of its failure, without keys")
    is_cut: bool | None = Field(default=None, description="the model wrote as much as it may, and had more to say")
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    is_estimated: bool | None = Field(default=None, description="the provider counted nothing, so we did")
    cost: float | None = Field(default=None, description="US dollars by the list; none where no price is known")
    first_token_after: float | None = Field(default=None, description="seconds from asking to the first text")
    written_in: float | None = Field(default=None, description="seconds from the first text to the last")
    room: int | None = Field(default=None, description="tokens that its model can be asked with; none where not known")
    begins_with: str | None = Field(
        default=None, description="the first message of which the model was told, if not all"
    )
    thought_in: float | None = Field(default=None, description="seconds from the first thought to the first text")
    fence: int = 1
    lease_until: float = Field(default=0.0, description="seconds since 1970, the database's clock")
    created_at: datetime = Field(default_factory=now, sa_type=UTC_TIME)
    ended_at: datetime | None = Field(default=None, sa_type=UTC_TIME)

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    @property
    def asked_for(self) -> str:
        """The requested model. Old attempts lack it and have only the model's own name."""
        return self.asked_model or self.model

    @property
    def named(self) -> str:
        """The provider's name of the model. Until the provider has sent it, the requested name without its provider."""
        return self.model.partition("/")[2] or self.model if self.model == self.asked_for else self.model

    @property
    def counts(self) -> Counts:
        return Counts(
            self.prompt_tokens,
            self.completion_tokens,
            self.is_estimated,
            self.cost,
            self.first_token_after,
            self.written_in,
            self.room,
            self.begins_with,
            self.thought_in,
        )

    @staticmethod
    async def find(session: AsyncSession, scope: Scope, message_id: str, number: int | None = None) -> "Attempt":
        """One of a message's attempts, or the newest without a number, if it belongs to this account. Its text isn't
        loaded.

        Raises:
            NotFound: There is none, or it belongs to others.
        """
        query = select(Attempt).join(Chat, col(Chat.id) == Attempt.chat_id)
        query = query.where(Attempt.message_id == message_id, Chat.account_id == scope.account_id)
        query = query.where(col(Chat.deleted_at).is_(None))
        if number is not None:
            query = query.where(Attempt.number == number)
        without_text = (defer(getattr(Attempt, part), raiseload=True) for part in ("content", "reasoning"))
        newest = query.options(*without_text).order_by(col(Attempt.number).desc()).limit(1)
        attempt = (await session.exec(newest)).first()
        if attempt is None:
            raise NotFound
        return attempt

    @staticmethod
    async def with_ids(session: AsyncSession, ids: Sequence[str]) -> dict[str, "Attempt"]:
        if not ids:
            return {}
        attempts = (await session.exec(_WITH_IDS, params={"ids": list(ids)})).all()
        return {attempt.id: attempt for attempt in attempts}

    @staticmethod
    async def live_in(session: AsyncSession, chat_id: str) -> Sequence[str]:
        """The ids of the chat's attempts that are being written."""
        return (await session.exec(_LIVE_IN, params={"chat_id": chat_id})).all()


_WITH_IDS = select(Attempt).where(col(Attempt.id).in_(bindparam("ids", type_=String, expanding=True)))
_LIVE_IN = select(Attempt.id).where(Attempt.chat_id == bindparam("chat_id"), col(Attempt.status).in_(LIVE))
"""Built once, because every viewer runs them at each change: building them takes longer than executing them."""
