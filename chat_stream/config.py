"""Settings, read once from the environment. A wrong one stops the start with a sentence that names it."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from chat_stream.limit_settings import LimitSettings

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DEFAULT_DATABASE_URL = f"sqlite+aiosqlite:///{PROJECT_ROOT / 'data' / 'chat_stream.db'}"
DATABASE_DRIVERS = ("sqlite+aiosqlite://", "postgresql+asyncpg://")


class SettingError(Exception):
    """A setting has a value that can't be used; the message names the setting and says what to do."""


class Settings(BaseSettings):
    """What the environment says, checked.

    Durations are in seconds.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    database_url: str = Field(DEFAULT_DATABASE_URL, validation_alias="DATABASE_URL")
    models: Annotated[tuple[str, ...], NoDecode] = Field((), validation_alias="CHAT_STREAM_MODELS")
    public_url: str = Field(default="http://localhost:3000", validation_alias="CHAT_STREAM_PUBLIC_URL")
    grace: float = Field(default=8.0, ge=0, le=600, validation_alias="CHAT_STREAM_GRACE_SECONDS")

    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = Field(
        default=(), validation_alias="CHAT_STREAM_TRUSTED_PROXIES"
    )
    secret_key: SecretStr = Field(default=SecretStr(""), validation_alias="CHAT_STREAM_SECRET_KEY")
    allows_private_addresses: bool = Field(default=False, validation_alias="CHAT_STREAM_ALLOW_PRIVATE_ADDRESSES")
    limits: LimitSettings = Field(default_factory=LimitSettings, exclude=True)

    @field_validator("database_url")
    @classmethod
    def _has_a_known_driver(cls, url: str) -> str:
        if not url.startswith(DATABASE_DRIVERS):
            raise ValueError(f"must start with {' or '.join(DATABASE_DRIVERS)}")
        return url

    @field_validator("models", "trusted_proxies", mode="before")
    @classmethod
    def _split_at_commas(cls, names: object) -> object:
        if isinstance(names, str):
            return tuple(name.strip() for name in names.split(",") if name.strip())
        return names

    @field_validator("public_url")
    @classmethod
    def _is_an_origin(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise ValueError("must be an address such as https://chat.example.com, without a path")
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


@lru_cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingError: A variable's value can't be used.
    """
    try:
        return Settings()  # pyright: ignore[reportCallIssue]  # every field has a default
    except ValidationError as error:
        raise SettingError("; ".join(_sentence(detail) for detail in error.errors())) from None


def _sentence(detail: ErrorDetails) -> str:
    name = str(detail["loc"][0])
    reason = detail["msg"].removeprefix("Value error, ")
    return f"The setting {name} can't be used: it {reason[0].lower()}{reason[1:]} (it is {detail['input']!r})."
