"""Event handlers called as any client can call them: with any session, at any address, with anybody's ids."""

import inspect
from collections.abc import Callable
from typing import Any
from unittest import mock

import reflex as rx
from reflex.istate.data import RouterData
from reflex.state import State
from sqlmodel import SQLModel

from chat_stream.accounts import SESSION_HEADER
from chat_stream.chats import TemporaryChats
from chat_stream.models import NotFound
from chat_stream.operations import Watched
from chat_stream.state import (
    admin_state,
    chat_list_state,
    chat_state,
    composer_state,
    generations_state,
    queue_state,
    settings_state,
    team_state,
)
from chat_stream.worker import Worker

Rows = dict[str, list[tuple[Any, ...]]]

UNCHANGED_BY_LOOKING = {"audit_entries", "chores"}
"""The trail tells of refusals, too, and workers clean up when their time has come."""
UNCHANGED_BY_USE = {
    "sessions": {"last_seen_at", "idle_until"},
    "api_tokens": {"last_used_at"},
    "attempts": {"lease_until"},  # the worker renews it while all of this goes on
}
FAR_OFF = 4e9
"""Seconds since 1970. A lease that was put back would have run out, and the worker would end what it is writing."""


def handlers() -> dict[str, Callable[..., Any]]:
    """Every event handler of every state of the app, by its name: `ChatState.retry`."""
    return {
        f"{state.__name__}.{name}": handler.fn
        for state in _states(rx.State)
        for name, handler in state.event_handlers.items()
        if name != "setvar"
    }


def _states(state: type[Any]) -> list[type[Any]]:
    children = [child for child in state.__subclasses__() if child.__module__.startswith("chat_stream.")]
    return [*children, *(grandchild for child in children for grandchild in _states(child))]


async def call(name: str, session_id: str, path: str, *arguments: Any) -> str:
    """Calls an event handler from a tab at this address, with this session; returns all that the page is told."""
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    root.router = RouterData.from_router_data(_router_data(session_id, path))
    owner, _, handler = name.partition(".")
    state = next(child for child in root.substates.values() if type(child).__name__ == owner)
    told: list[Any] = []
    with _listening(told):
        try:
            answer = type(state).event_handlers[handler].fn(state, *arguments)
            told.append(await answer if inspect.isawaitable(answer) else answer)
        except NotFound:
            told.append("refused")
    # By state: names of vars repeat, and the last `notice` would hide all others.
    vars_ = {
        f"{owner}.{name}": getattr(child, name) for owner, child in root.substates.items() for name in child.base_vars
    }
    return f"{told!r} {vars_!r}"


def _router_data(session_id: str, path: str) -> dict[str, Any]:
    headers = {SESSION_HEADER: session_id} if session_id else {}
    return {"pathname": path, "asPath": path, "headers": headers, "sid": "a-socket", "token": "a-tab", "ip": ""}


def _listening(told: list[Any]) -> Any:
    async def emit(*operations: Any) -> None:
        told.append(operations)

    async def pump(watched: Watched[Any], translate: Any, _run: int) -> None:
        async for batch in watched.batches():
            told.append(translate(batch))
            return

    stack = mock.patch.multiple(chat_state, pump=pump)
    others = [mock.patch.multiple(chat_list_state, pump=pump)]
    others += [mock.patch.multiple(module, emit=emit) for module in _EMITTING]
    others += [mock.patch.multiple(generations_state, Outlet=OpenOnce, INTERVAL=0)]
    others += [mock.patch.multiple(rx.State, __aenter__=_unlocked, __aexit__=_unlocked, create=True)]
    return _All([stack, *others])


_EMITTING = (admin_state, composer_state, queue_state, settings_state, team_state)


async def _unlocked(*_: Any) -> None:
    """A background event's lock on its state."""


class OpenOnce:
    """A socket that is there for one look."""

    def __init__(self) -> None:
        self._looks = 0

    @property
    def is_open(self) -> bool:
        self._looks += 1
        return self._looks == 1


class _All:
    """Several contexts as one."""

    def __init__(self, contexts: list[Any]) -> None:
        self._contexts = contexts

    def __enter__(self) -> None:
        for context in self._contexts:
            context.start()

    def __exit__(self, *_: object) -> None:
        for context in self._contexts:
            context.stop()


async def rows_of(worker: Worker | TemporaryChats) -> Rows:
    """All that the database has, but for what a mere look changes."""
    async with worker.database.read_rows() as connection:
        return {
            table.name: [
                tuple(value for column, value in row._mapping.items() if column not in _ignored(table.name))
                for row in (await connection.execute(table.select())).all()
            ]
            for table in SQLModel.metadata.sorted_tables
            if table.name not in UNCHANGED_BY_LOOKING
        }


def _ignored(table: str) -> set[str]:
    return UNCHANGED_BY_USE.get(table, set())


class Keepsake:
    """The database as it was, to be put back."""

    def __init__(self, worker: Worker, rows: dict[str, list[dict[str, Any]]]) -> None:
        self._worker = worker
        self._rows = rows

    @classmethod
    async def of(cls, worker: Worker) -> "Keepsake":
        async with worker.database.read_rows() as connection:
            tables = SQLModel.metadata.sorted_tables
            rows = {
                t.name: [dict(row._mapping) for row in (await connection.execute(t.select())).all()] for t in tables
            }
        rows["attempts"] = [{**attempt, "lease_until": FAR_OFF} for attempt in rows["attempts"]]
        return cls(worker, rows)

    async def put_back(self) -> None:
        async with self._worker.database.write_rows() as connection:
            for table in reversed(SQLModel.metadata.sorted_tables):
                await connection.execute(table.delete())
            for table in SQLModel.metadata.sorted_tables:
                if self._rows[table.name]:
                    await connection.execute(table.insert(), self._rows[table.name])
        await self._worker.offered_models.load()
