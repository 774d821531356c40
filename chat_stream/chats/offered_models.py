"""The models that people can choose: those that were found and that the administrator allows."""

from collections.abc import Sequence

from chat_stream.database import Database
from chat_stream.llm import Model
from chat_stream.models import Installation
from chat_stream.tasks import every

INTERVAL = 5.0
"""Seconds until a worker notices a setting that was changed on another worker."""


class OfferedModels:
    """The models that a worker offers. It reads the administrator's settings when they change, and regularly."""

    def __init__(self, database: Database) -> None:
        self.found: list[Model] = []
        self._database = database
        self._installation = Installation()

    async def load(self) -> None:
        async with self._database.read() as session:
            self._installation = await Installation.load(session)

    async def run(self, interval: float = INTERVAL) -> None:
        """Loads again and again, until cancelled."""
        await every(interval, self.load, "offered models")

    def offered(self) -> Sequence[Model]:
        """The offered models, the default first. If none of the allowed models exists any more, all models are
        offered."""
        allowed, default = self._installation.allowed_models, self._installation.default_model
        offered = [model for model in self.found if not allowed or model.name in allowed] or self.found
        return sorted(offered, key=lambda model: model.name != default)
