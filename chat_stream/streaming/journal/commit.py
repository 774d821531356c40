"""One transaction for everything that a worker's generations produced since the last one.

Invariant: the fence is the position. An attempt grows only where its row has the fence, a live status and
the lengths that the draft names; the last delta and the terminal status commit together.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from chat_stream.database import Database
from chat_stream.models import Account, Attempt, Chat, Ending, JournalEntry, Message, Status
from chat_stream.models.attempt import LIVE
from chat_stream.models.counts import Counts
from chat_stream.models.record import now
from chat_stream.streaming.delta import PARTS, Delta
from chat_stream.streaming.journal.draft_rows import asked_on, parameters
from chat_stream.streaming.journal.writer import Draft


def table_of(model: Any) -> Table:
    return model.__table__


ATTEMPTS, JOURNAL, CHATS, MESSAGES, ACCOUNTS = (
    table_of(model) for model in (Attempt, JournalEntry, Chat, Message, Account)
)


async def commit(database: Database, drafts: Sequence[Draft]) -> set[str]:
    """Commits the drafts that their attempts accept.

    Returns:
        The ids of the attempts whose draft was committed; all others were refused.
    """
    async with database.write_rows() as connection:
        await lock_in_order(connection, [draft.attempt_id for draft in drafts])
        accepted = await _advance(connection, drafts)
        kept = [draft for draft in drafts if draft.attempt_id in accepted]
        await _record(connection, [delta for draft in kept for delta in draft.deltas])
        await conclude(connection, {draft.attempt_id: draft.ending for draft in kept if draft.ending})
    return accepted


async def lock_in_order(connection: AsyncConnection, attempt_ids: Collection[str]) -> None:
    """Locks these attempts until the transaction ends. Every transaction that changes several attempts does this first:
    locks taken in one order can't deadlock. SQLite has only one lock, so nothing is done there."""
    if len(attempt_ids) > 1 and connection.dialect.name != "sqlite":
        rows = select(ATTEMPTS.c.id).where(ATTEMPTS.c.id.in_(attempt_ids)).order_by(ATTEMPTS.c.id)
        await connection.execute(rows.with_for_update())


async def conclude(connection: AsyncConnection, endings: Mapping[str, Ending]) -> None:
    """Folds each attempt's journal into its row and gives it its terminal status."""
    if len(endings) > 1:
        await _lock_chats_in_order(connection, endings)
    for attempt_id, ending in endings.items():
        await _conclude(connection, attempt_id, ending)


async def _conclude(connection: AsyncConnection, attempt_id: str, ending: Ending) -> None:
    texts = await _fold(connection, attempt_id)
    known = {"model": ending.model} if ending.model else {}
    statement = (
        update(ATTEMPTS)
        .where(ATTEMPTS.c.id == attempt_id, ATTEMPTS.c.status.in_(LIVE))
        .values(
            status=ending.status,
            error=ending.reason and ending.reason.sentence,
            reason=ending.reason and ending.reason.said,
            provider_words=ending.provider_words,
            is_cut=ending.is_cut,
            ended_at=now(),
            **asdict(ending.counts),
            **texts,
            **known,
        )
        .returning(ATTEMPTS.c.message_id, ATTEMPTS.c.chat_id)
    )
    message_id, chat_id = (await connection.execute(statement)).one()
    await _revise(connection, message_id, chat_id, ending.counts)


def _added(counts: Counts) -> dict[str, Any]:
    """Adds this attempt's counts to the chat's sum. Called once, when the attempt ends."""
    known = {name: getattr(counts, name) for name in ("prompt_tokens", "completion_tokens", "cost")}
    sums = {name: CHATS.c[name] + amount for name, amount in known.items() if amount}
    return {**sums, "is_estimated": True} if counts.is_estimated else sums


async def _lock_chats_in_order(connection: AsyncConnection, attempt_ids: Collection[str]) -> None:
    """Locks the chats whose revisions grow, and the accounts whose lists show them, in the order of their ids."""
    if connection.dialect.name != "sqlite":
        of_attempts = select(ATTEMPTS.c.chat_id).where(ATTEMPTS.c.id.in_(attempt_ids))
        chats = select(CHATS.c.id).where(CHATS.c.id.in_(of_attempts)).order_by(CHATS.c.id)
        await connection.execute(chats.with_for_update())
        of_chats = select(CHATS.c.account_id).where(CHATS.c.id.in_(of_attempts))
        accounts = select(ACCOUNTS.c.id).where(ACCOUNTS.c.id.in_(of_chats)).order_by(ACCOUNTS.c.id)
        await connection.execute(accounts.with_for_update())


async def _advance(connection: AsyncConnection, drafts: Sequence[Draft]) -> set[str]:
    dialect = connection.dialect.name
    return set((await connection.execute(_advancing(dialect), parameters(drafts, dialect))).scalars())


@cache
def _advancing(dialect: str) -> ReturningUpdate[str]:
    asked = asked_on(dialect)
    return (
        update(ATTEMPTS)
        .where(
            ATTEMPTS.c.id == asked.c.id,
            ATTEMPTS.c.fence == asked.c.fence,
            ATTEMPTS.c.status.in_(LIVE),
            ATTEMPTS.c.content_end == asked.c.content_start,
            ATTEMPTS.c.reasoning_end == asked.c.reasoning_start,
        )
        .values(content_end=asked.c.content_end, reasoning_end=asked.c.reasoning_end, status=Status.STREAMING)
        .returning(ATTEMPTS.c.id)
    )


async def _record(connection: AsyncConnection, deltas: Sequence[Delta]) -> None:
    if deltas:
        await connection.execute(insert(JOURNAL), [delta._asdict() for delta in deltas])


async def _fold(connection: AsyncConnection, attempt_id: str) -> dict[str, str]:
    of_attempt = JOURNAL.c.attempt_id == attempt_id
    rows = (await connection.execute(select(JOURNAL.c.part, JOURNAL.c.text).where(of_attempt).order_by("start"))).all()
    await connection.execute(delete(JOURNAL).where(of_attempt))
    return {part: "".join(text for of, text in rows if of == part) for part in PARTS}


async def _revise(connection: AsyncConnection, message_id: str, chat_id: str, counts: Counts) -> None:
    """Records that the message changed, and with it its chat and the chat's entry in the list."""
    revision = CHATS.c.revision + 1
    grown = update(CHATS).where(CHATS.c.id == chat_id).values(revision=revision, answered_revision=revision)
    grown = grown.values(**_added(counts))
    chat = (await connection.execute(grown.returning(CHATS.c.revision, CHATS.c.account_id))).one()
    await connection.execute(update(MESSAGES).where(MESSAGES.c.id == message_id).values(revision=chat.revision))
    counted = update(ACCOUNTS).where(ACCOUNTS.c.id == chat.account_id).values(revision=ACCOUNTS.c.revision + 1)
    list_revision = (await connection.execute(counted.returning(ACCOUNTS.c.revision))).scalar_one()
    await connection.execute(update(CHATS).where(CHATS.c.id == chat_id).values(list_revision=list_revision))
