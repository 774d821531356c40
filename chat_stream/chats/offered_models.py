"""The models that people can choose: those that were found and that the administrator allows."""

from collections.abc import Awaitable, Callable, Sequence

from chat_stream import llm
from chat_stream.config import SettingError
from chat_stream.database import Database
from chat_stream.llm import Model
from chat_stream.models import Installation, Scope
from chat_stream.tasks import every

INTERVAL = 5.0
"""Seconds until a worker notices a setting that was changed on another worker."""


class OfferedModels:
    """The models that a worker offers. It reads the administrator's settings when they change, and regularly.

    Args:
        own: The names of the models that an account's own keys open.
    """

    def __init__(self, database: Database, own: Callable[[str], Awaitable[Sequence[str]]]) -> None:
        self.found: list[Model] = []
        self._database = database
        self._own = own
        self._installation = Installation()

    async def find(self, names: tuple[str, ...]) -> None:
        """Finds the models that this installation can call.

        Raises:
            SettingError: One of these names is no model.
        """
        try:
            self.found = await llm.available_models(names)
        except ValueError as error:
            raise SettingError(str(error)) from None

    async def load(self) -> None:
        async with self._database.read() as session:
            self._installation = await Installation.load(session)

    async def run(self, interval: float = INTERVAL) -> None:
        """Loads the settings again and again, until cancelled."""
        await every(interval, self.load, "offered models")

    def offered(self) -> Sequence[Model]:
        """The offered models, the default first. If none of the allowed models exists any more, all models are
        offered."""
        allowed, default = self._installation.allowed_models, self._installation.default_model
        offered = [model for model in self.found if not allowed or model.name in allowed] or self.found
        return sorted(offered, key=lambda model: model.name != default)

    def names(self) -> list[str]:
        """The names of the models that are offered to everybody."""
        return [model.name for model in self.offered()]

    async def of(self, scope: Scope) -> list[Model]:
        """The installation's models, and those of the account's own keys."""
        names = dict.fromkeys([*self.names(), *await self._own(scope.account_id)])
        return llm.told_apart(map(llm.described, names))

    async def names_of(self, scope: Scope) -> list[str]:
        return [model.name for model in await self.of(scope)]
