"""Chats that are never stored: the same use cases, on a database in this worker's memory.

Invariant: a temporary chat appears in no file and no list, is on no other worker, and is shown only to the page that
began it. It disappears with that page.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from sqlmodel import SQLModel, col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.chats.allowance import Allowance, being_written
from chat_stream.chats.new_attempts import Offered, checked_models
from chat_stream.chats.service import ChatService
from chat_stream.chats.text import Unacceptable
from chat_stream.database import IN_MEMORY, Database
from chat_stream.generation.runner import Calls
from chat_stream.limits import Rates
from chat_stream.limits.settings import LimitSettings
from chat_stream.models import Account, Attempt, Chat, Membership, NotFound, Scope, Session, User
from chat_stream.models import news as changed
from chat_stream.models.record import now, random_id
from chat_stream.streaming import MemoryHub, News
from chat_stream.tasks import every
from chat_stream.texts import Text

TEMPORARY = "temporary-"
"""The prefix of their ids."""
MOST = 10
"""The most temporary chats of one user at a time, on one worker."""
GRACE = 60.0
"""Seconds in which a page must come back after its connection broke."""
LIFE = 12 * 3600.0
"""Seconds after which a temporary chat is deleted in any case."""
INTERVAL = 5.0
"""Seconds between two sweeps for chats whose page has gone."""


def is_temporary(chat_id: str) -> bool:
    return chat_id.startswith(TEMPORARY)


@dataclass(slots=True)
class _Kept:
    """A temporary chat and the page that it belongs to: the tab, and the number of its latest follow. The tab counts
    its follows from 1 each time it is loaded."""

    user_id: str
    account_id: str
    tab: str
    run: int = 0
    viewers: int = 0
    began_at: float = field(default_factory=time.monotonic)
    left_at: float = field(default_factory=time.monotonic)


class TemporaryChats:
    """The temporary chats of one worker.

    Args:
        stored: The database in which accounts, sessions and members are: it goes on saying who may see what.
    """

    def __init__(self, stored: Database, calls: Calls, models: Offered, rates: Rates, limits: LimitSettings) -> None:
        self._stored = stored
        hub = MemoryHub()
        self.database = Database(IN_MEMORY, tell=News(hub).tell)
        allowance = Allowance(rates, limits, self._written_in_stored)
        # No other worker can take over an attempt here, so its leases are never renewed and never expire.
        self.service = ChatService(self.database, hub, calls, models, allowance, authority=stored)
        self._kept: dict[str, _Kept] = {}

    async def open(self) -> None:
        async with self.database.write_rows() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)

    async def run(self, interval: float = INTERVAL) -> None:
        """Commits text, advances queues and deletes abandoned chats, until cancelled."""
        await asyncio.gather(
            self.service.journal.run(), self.service.queue.run(), every(interval, self.sweep, "temporary chats")
        )

    async def close(self) -> None:
        await self.service.queue.close()
        await self.database.close()

    def __len__(self) -> int:
        return len(self._kept)

    async def begin(self, scope: Scope, tab: str, models: Sequence[str]) -> str:
        """Makes an empty chat that only this tab's page can show.

        Returns:
            Its id.

        Raises:
            Unacceptable: This user has too many, or this worker stops.
        """
        self.service.new_attempts.check_is_open()
        offered = await self.service.new_attempts.models(scope)
        chosen = checked_models([model for model in models if model in offered] or offered[:1], offered)
        if len(self._of_user(scope.user_id)) >= MOST:
            raise Unacceptable(Text("refused-temporary", most=MOST))
        chat_id = TEMPORARY + random_id()
        self._kept[chat_id] = _Kept(scope.user_id, scope.account_id, tab)
        async with self.database.write() as session:
            await _introduce(session, scope)
            chat = Chat(id=chat_id, account_id=scope.account_id, created_by=scope.user_id, title="", model="")
            chat.answer_with(chosen)
            session.add(chat)
        return chat_id

    def account_of(self, chat_id: str) -> str:
        """The account in which the chat was begun; empty if there is no such chat here."""
        kept = self._kept.get(chat_id)
        return kept.account_id if kept else ""

    def check(self, scope: Scope, chat_id: str) -> None:
        """Checks that the scope began the chat. Even in a team, nobody else can see it.

        Raises:
            NotFound: It isn't theirs, or gone.
        """
        kept = self._kept.get(chat_id)
        if kept is None or (kept.user_id, kept.account_id) != (scope.user_id, scope.account_id):
            raise NotFound

    @asynccontextmanager
    async def shown(self, chat_id: str, tab: str, run: int) -> AsyncGenerator[None]:
        """Keeps a chat while a page follows it. Stored chats pass unchecked.

        Raises:
            NotFound: It isn't that page's. If the page was loaded again, the chat is deleted immediately.
        """
        if not is_temporary(chat_id):
            yield
            return
        kept = self._kept.get(chat_id)
        if kept is None or kept.tab != tab:
            raise NotFound
        if run <= kept.run:
            await self.erase(chat_id)
            raise NotFound
        kept.run = run
        kept.viewers += 1
        try:
            yield
        finally:
            kept.viewers -= 1
            kept.left_at = time.monotonic()

    async def erase(self, chat_id: str) -> None:
        """Deletes a chat: hides it, stops its answers and removes everything in it."""
        if (kept := self._kept.pop(chat_id, None)) is None:
            return
        async with self.database.read() as session:
            live = await Attempt.live_in(session, chat_id)
        for attempt_id in live:
            self.service.runner.stop(attempt_id)
        async with self.database.write() as session:
            await session.exec(delete(Chat).where(col(Chat.id) == chat_id))
            changed.chat(session, chat_id)
            if not self._of_user(kept.user_id):
                await session.exec(delete(User).where(col(User.id) == kept.user_id))
            if not any(other.account_id == kept.account_id for other in self._kept.values()):
                await session.exec(delete(Account).where(col(Account.id) == kept.account_id))

    async def sweep(self, *, grace: float = GRACE, life: float = LIFE) -> None:
        """Deletes chats whose page has gone, and those that are too old."""
        moment = time.monotonic()
        for chat_id, kept in tuple(self._kept.items()):
            has_left = not kept.viewers and moment - kept.left_at > grace
            if has_left or moment - kept.began_at > life:
                await self.erase(chat_id)

    async def written_for(self, user_id: str) -> int:
        """The number of answers being written here for a user."""
        return self.service.journal.count_in(self._of_user(user_id))

    def _of_user(self, user_id: str) -> set[str]:
        return {chat_id for chat_id, kept in self._kept.items() if kept.user_id == user_id}

    async def _written_in_stored(self, user_id: str) -> int:
        async with self._stored.read() as session:
            return await being_written(session, user_id)


async def _introduce(session: AsyncSession, scope: Scope) -> None:
    """Adds the rows that the use cases look up about the user, without name, address or password."""
    user_id, account_id, ends = scope.user_id, scope.account_id, now() + timedelta(seconds=LIFE)
    await session.merge(User(id=user_id, email=user_id, name="", password_hash=""))  # nosec B106  # nobody signs in there
    await session.merge(Account(id=account_id, name=""))
    await session.flush()
    await session.merge(Membership(id=f"{account_id} {user_id}", account_id=account_id, user_id=user_id))
    await session.merge(
        Session(
            id=scope.grant_id,
            token_hash=scope.grant_id,
            user_id=user_id,
            account_id=account_id,
            idle_until=ends,
            expires_at=ends,
        )
    )
    await session.flush()
