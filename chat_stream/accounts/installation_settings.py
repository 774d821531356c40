"""The use cases of the settings for everybody: who may sign up, and which models may be used."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

from chat_stream.accounts.administration import check_administrator
from chat_stream.accounts.rejected import Rejected
from chat_stream.database import Database
from chat_stream.models import AuditEntry, Event, Installation, Scope, read_for, write_for
from chat_stream.texts import Text


class InstallationSettings:
    """Each change reads the settings and writes one of them, in one transaction.

    Args:
        changed: Called after each change, so that this worker goes by it at once.
    """

    def __init__(self, database: Database, changed: Callable[[], Awaitable[None]]) -> None:
        self._database = database
        self._changed = changed

    async def find(self, scope: Scope) -> Installation:
        """The settings.

        Raises:
            NotFound: The asker is no administrator.
        """
        async with read_for(self._database, scope) as session:
            await check_administrator(session, scope)
            return await Installation.load(session)

    async def open_sign_up(self, scope: Scope, *, is_open: bool) -> None:
        """Lets everybody sign up, or only people with an invitation.

        Raises:
            NotFound: The asker is no administrator.
        """
        async with self._changing(scope) as kept:
            kept.is_sign_up_open = is_open

    async def allow_model(self, scope: Scope, name: str, *, is_allowed: bool, found: Sequence[str]) -> None:
        """Allows a model, or forbids it. If it was the default, there is no default then.

        Args:
            found: The models that there are.

        Raises:
            NotFound: The asker is no administrator.
            Rejected: No model would be left.
        """
        async with self._changing(scope) as kept:
            before = kept.allowed_models or found
            allowed = [each for each in found if (is_allowed if each == name else each in before)]
            if not allowed:
                raise Rejected("", Text("refused-last-model"))
            kept.allowed_models = [] if allowed == list(found) else allowed
            if kept.default_model not in allowed:
                kept.default_model = ""

    async def choose_default(self, scope: Scope, name: str) -> None:
        """Sets the model that new chats begin with. An empty name stands for the first allowed model.

        Raises:
            NotFound: The asker is no administrator.
            Rejected: The model isn't among the allowed.
        """
        async with self._changing(scope) as kept:
            if name and kept.allowed_models and name not in kept.allowed_models:
                raise Rejected("default_model", Text("refused-default-model"))
            kept.default_model = name

    @asynccontextmanager
    async def _changing(self, scope: Scope) -> AsyncGenerator[Installation]:
        async with write_for(self._database, scope) as session:
            await check_administrator(session, scope)
            kept = await Installation.hold(session)
            yield kept
            session.add(kept)
            AuditEntry.record(session, Event.SETTINGS_CHANGED, actor_id=scope.user_id)
        await self._changed()
