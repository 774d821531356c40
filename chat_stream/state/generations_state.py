"""The list of running generations that an administrator watches, read again every two seconds."""

from typing import TypedDict

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.operations import RunningGeneration
from chat_stream.state.page.show import show
from chat_stream.state.scope import scope_of
from chat_stream.tasks import every
from chat_stream.worker import worker
from reflex_object_deltas import Outlet

INTERVAL = 2.0
"""Seconds between two reads. Few people watch, and each read is one query."""


class RunningEntry(TypedDict):
    """A generation as the page shows it. `user` is a name or an encoded text, `since` is ISO 8601."""

    attempt_id: str
    user: str
    account: str
    model: str
    since: str
    characters: str


class GenerationsState(rx.State):
    """Holds names and numbers, but no text of a chat."""

    running: list[RunningEntry] = []
    is_missing: bool = False

    @rx.event(background=True, supersedes=True)
    async def watch(self):
        """On load: shows the running generations, until the page is left or its socket closes."""
        outlet = Outlet()
        async with self:
            self.reset()  # sends everything again, which a hydrate doesn't
        await every(INTERVAL, self._look, "running generations", goes_on=lambda: outlet.is_open and not self.is_missing)

    @rx.event
    async def stop(self, attempt_id: str):
        """Ends a generation, and removes it from the list immediately."""
        try:
            await worker().generations.stop(await scope_of(self), attempt_id)
        except NotFound:
            self.is_missing = True
            return
        self.running = [entry for entry in self.running if entry["attempt_id"] != attempt_id]

    async def _look(self) -> None:
        entries = await self._entries()
        async with self:
            show(self, running=entries or [], is_missing=entries is None)

    async def _entries(self) -> list[RunningEntry] | None:
        """The running generations; None if the user is no administrator."""
        try:
            running = await worker().generations.running(await scope_of(self))
        except NotFound:
            return None
        return [_entry(generation) for generation in running]


def _entry(generation: RunningGeneration) -> RunningEntry:
    return RunningEntry(
        attempt_id=generation.attempt_id,
        user=generation.user,
        account=generation.account,
        model=generation.model,
        since=generation.since.isoformat(),
        characters=f"{generation.characters:,}",
    )
