"""Deliberate breakages of the core: each must be caught, or the check that stands for it could never fail."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from chat_stream.chats import new_attempts
from chat_stream.database import Database
from chat_stream.generation import runner
from chat_stream.llm import Chunk, Request
from chat_stream.models import Message, Status
from chat_stream.state.page.chat_page import STREAMING, ChatPage
from chat_stream.streaming import ChatFollow, Grew, Journal, MemoryHub, MessageView, Reconciler, Streams
from chat_stream.streaming.follow.growing_text import GrowingText
from chat_stream.streaming.hub import Committed, Notice
from chat_stream.streaming.journal import commit, journal, writer
from chat_stream.streaming.journal.commit import ATTEMPTS
from chat_stream.streaming.journal.lease import Leases
from chat_stream.streaming.journal.writer import Draft
from tests.exactness.plan import Fault
from tests.exactness.violations import Promise

Patch = pytest.MonkeyPatch


@dataclass(frozen=True, slots=True)
class Breakage:
    """A breakage, the fault that reveals it, and the promise that must be found broken."""

    name: str
    apply: Callable[[Patch], None]
    caught_by: Promise
    fault: Fault | None = None


def publish_before_persist(patch: Patch) -> None:
    honest = Journal._commit

    async def commit_late(self: Journal, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self._news.committed(draft.attempt_id, Committed(draft.deltas, draft.end, Status.STREAMING))
        await asyncio.sleep(0.02)
        await honest(self, drafts)

    patch.setattr(Journal, "_commit", commit_late)


def no_fence(patch: Patch) -> None:
    async def advance(connection: AsyncConnection, drafts: Sequence[Draft]) -> set[str]:
        for draft in drafts:
            ends = {"content_end": draft.end.content, "reasoning_end": draft.end.reasoning}
            row = update(ATTEMPTS).where(ATTEMPTS.c.id == draft.attempt_id)
            await connection.execute(row.values(status=Status.STREAMING, **ends))
        return {draft.attempt_id for draft in drafts}

    patch.setattr(commit, "_advance", advance)


def no_reconciler(patch: Patch) -> None:
    async def compare(_: Reconciler) -> None:
        return

    patch.setattr(Reconciler, "compare", compare)


def repeated_delta(patch: Patch) -> None:
    honest = MemoryHub.publish

    def publish_twice(self: MemoryHub, topic: str, notice: Notice) -> None:
        honest(self, topic, notice)
        honest(self, topic, notice)

    def append_blindly(self: GrowingText, _start: int, text: str) -> bool:
        self._starts.append(self.end)
        self._pieces.append(text)
        self.end += len(text)
        return True

    patch.setattr(MemoryHub, "publish", publish_twice)
    patch.setattr(GrowingText, "append", append_blindly)


def fold_loses_the_tail(patch: Patch) -> None:
    honest = commit._fold

    async def fold(connection: AsyncConnection, attempt_id: str) -> dict[str, str]:
        return {part: text[:-1] for part, text in (await honest(connection, attempt_id)).items()}

    patch.setattr(commit, "_fold", fold)


def ending_before_the_last_delta(patch: Patch) -> None:
    honest = journal.commit

    async def commit_endings_first(database: Database, drafts: Sequence[Draft]) -> set[str]:
        bare = [replace(draft, end=draft.start, deltas=()) if draft.ending else draft for draft in drafts]
        return await honest(database, bare)

    patch.setattr(journal, "commit", commit_endings_first)


def end_without_the_rest(patch: Patch) -> None:
    honest = ChatFollow._ended

    async def ended(self: ChatFollow, view: MessageView) -> list[Any]:
        return [update for update in await honest(self, view) if not isinstance(update, Grew)]

    patch.setattr(ChatFollow, "_ended", ended)


def no_deduplication(patch: Patch) -> None:
    honest = Message.append

    async def sent_as(*_: object) -> None:
        return None

    async def append(*args: Any, **values: Any) -> Message:
        if "client_id" in values:
            values["client_id"] += secrets.token_hex(4)
        return await honest(*args, **values)

    patch.setattr(Message, "sent_as", sent_as)
    patch.setattr(Message, "append", append)


def no_sweep(patch: Patch) -> None:
    async def sweep(_: Leases, **__: object) -> list[str]:
        return []

    patch.setattr(Leases, "sweep", sweep)


def no_leases(patch: Patch) -> None:
    async def renew(_: Leases) -> None:
        return

    no_sweep(patch)
    patch.setattr(Leases, "renew", renew)
    patch.setattr(new_attempts, "LEASE", -8.0)


def provider_is_never_let_go(patch: Patch) -> None:
    async def chunks(self: runner.Runner, request: Request) -> AsyncGenerator[Chunk]:
        queue: asyncio.Queue[Chunk | None] = asyncio.Queue()

        async def read() -> None:
            async for chunk in self._stream(request):
                queue.put_nowait(chunk)
            queue.put_nowait(None)

        reading = asyncio.create_task(read())
        while chunk := await queue.get():
            yield chunk
        await reading

    patch.setattr(runner.Runner, "_chunks", chunks)


def subscriptions_stay(patch: Patch) -> None:
    honest = MemoryHub.subscribe

    def subscribe(self: MemoryHub, topic: str, receive: Callable[[Notice], None]) -> Callable[[], None]:
        honest(self, topic, receive)
        return lambda: None

    patch.setattr(MemoryHub, "subscribe", subscribe)


def no_normalizer(patch: Patch) -> None:
    class Raw:
        def feed(self, text: str) -> str:
            return text

        def flush(self) -> str:
            return ""

    patch.setattr(writer, "Normalizer", Raw)


def page_forgets(patch: Patch) -> None:
    honest = ChatPage._operations

    def operations(self: ChatPage, update: Any) -> list[Any]:
        forgotten = [STREAMING.delete(update.message_id)] if isinstance(update, Streams) else []
        return [*forgotten, *honest(self, update)]

    patch.setattr(ChatPage, "_operations", operations)


BREAKAGES = (
    Breakage("published before it is stored", publish_before_persist, Promise.WRITTEN, Fault.DATABASE_LOCKED),
    Breakage("no fence", no_fence, Promise.TERMINAL, Fault.LEASE_TAKEN),
    Breakage("no position in the fence", no_fence, Promise.COMPLETE, Fault.ACKNOWLEDGEMENT_LOST),
    Breakage("a notice is lost and nobody compares", no_reconciler, Promise.ENDS, Fault.ENDING_DROPPED),
    Breakage("a delta is applied twice", repeated_delta, Promise.SENT),
    Breakage("the fold loses the tail", fold_loses_the_tail, Promise.COMPLETE),
    Breakage("the ending is stored before the last delta", ending_before_the_last_delta, Promise.COMPLETE),
    Breakage("a viewer is told the end without the rest", end_without_the_rest, Promise.SAME, Fault.LAST_DELTA_DROPPED),
    Breakage("client ids aren't compared", no_deduplication, Promise.ONCE, Fault.SENT_TWICE),
    Breakage("no sweep", no_sweep, Promise.ENDS, Fault.KILLED),
    Breakage("no leases", no_leases, Promise.LEASED),
    Breakage("the provider is never let go", provider_is_never_let_go, Promise.CLOSED, Fault.STOPPED),
    Breakage("subscriptions stay", subscriptions_stay, Promise.CLEAN),
    Breakage("text isn't normalised", no_normalizer, Promise.COMPLETE),
    Breakage("a returning viewer's text is dropped", page_forgets, Promise.GROWS, Fault.VIEWER_CUT),
)
