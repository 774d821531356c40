"""The base of all tables: table names, random ids, and times in UTC."""

import re
import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel


class Record(SQLModel):
    """Names a table after its rows, in the plural: `JournalEntry` is in `journal_entries`."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride]
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        return re.sub(r"(?<![aeiou])y$", "ie", words) + "s"


def random_id() -> str:
    """96 random bits as 16 URL-safe characters: an id that may be shown to people and that nobody can guess."""
    return secrets.token_urlsafe(12)


def now() -> datetime:
    return datetime.now(UTC)


class UTCDateTime(TypeDecorator[datetime]):
    """A time with its zone. SQLite stores no zone, so times are read as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


UTC_TIME: Any = UTCDateTime  # SQLModel's `sa_type` is typed as a type, not as a TypeDecorator
