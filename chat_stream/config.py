"""Settings, read once from the environment. A wrong one stops the start with a sentence that names it."""

from datetime import timedelta
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from chat_stream.beginning_settings import read_beginnings
from chat_stream.folders import data_folder
from chat_stream.limits.settings import LimitSettings

DATABASE_DRIVERS = ("sqlite+aiosqlite://", "postgresql+asyncpg://")
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")

HOLDS_A_SECRET = {"CHAT_STREAM_SMTP_URL", "CHAT_STREAM_OIDC_CLIENT_SECRET"}
"""Settings whose values are never shown, even if they are wrong."""


class SettingError(Exception):
    """A setting has a value that can't be used. The message names the setting and says what to do."""


def default_database_url() -> str:
    return f"sqlite+aiosqlite:///{data_folder() / 'chat_stream.db'}"


class Settings(BaseSettings):
    """The settings in the environment, checked. Durations are in seconds.

    Durations are in seconds.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    database_url: str = Field(default_factory=default_database_url, validation_alias="DATABASE_URL")
    database_connections: int = Field(default=10, ge=4, le=500, validation_alias="CHAT_STREAM_DATABASE_CONNECTIONS")
    redis_url: str | None = Field(default=None, validation_alias="REDIS_URL")
    workers: int = Field(default=1, ge=1, le=256, validation_alias="GRANIAN_WORKERS")
    models: Annotated[tuple[str, ...], NoDecode] = Field((), validation_alias="CHAT_STREAM_MODELS")
    contexts: Annotated[dict[str, int], NoDecode] = Field(
        default_factory=dict[str, int], validation_alias="CHAT_STREAM_CONTEXTS"
    )
    title_model: str = Field(default="", validation_alias="CHAT_STREAM_TITLE_MODEL")
    beginnings: Annotated[dict[str, tuple[str, ...]], NoDecode] = Field(
        default_factory=dict[str, tuple[str, ...]], validation_alias="CHAT_STREAM_BEGINNINGS"
    )
    public_url: str = Field(default="http://localhost:3000", validation_alias="CHAT_STREAM_PUBLIC_URL")
    session_idle: timedelta = Field(default=timedelta(days=14), validation_alias="CHAT_STREAM_SESSION_IDLE_DAYS")
    session_life: timedelta = Field(default=timedelta(days=30), validation_alias="CHAT_STREAM_SESSION_DAYS")
    smtp_url: str = Field(default="", validation_alias="CHAT_STREAM_SMTP_URL")
    mail_from: str = Field(default="chat_stream@localhost", validation_alias="CHAT_STREAM_MAIL_FROM")
    oidc_issuer: str = Field(default="", validation_alias="CHAT_STREAM_OIDC_ISSUER")
    oidc_client_id: str = Field(default="", validation_alias="CHAT_STREAM_OIDC_CLIENT_ID")
    oidc_client_secret: SecretStr = Field(default=SecretStr(""), validation_alias="CHAT_STREAM_OIDC_CLIENT_SECRET")
    oidc_name: str = Field(default="OpenID", validation_alias="CHAT_STREAM_OIDC_NAME")
    patience: float | None = Field(default=None, ge=1, le=86400, validation_alias="CHAT_STREAM_PATIENCE_SECONDS")
    grace: float = Field(default=8.0, ge=0, le=600, validation_alias="CHAT_STREAM_GRACE_SECONDS")

    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = Field(
        default=(), validation_alias="CHAT_STREAM_TRUSTED_PROXIES"
    )
    secret_key: SecretStr = Field(default=SecretStr(""), validation_alias="CHAT_STREAM_SECRET_KEY")
    allows_private_addresses: bool = Field(default=False, validation_alias="CHAT_STREAM_ALLOW_PRIVATE_ADDRESSES")
    limits: LimitSettings = Field(default_factory=LimitSettings, exclude=True)
    metrics_token: SecretStr = Field(default=SecretStr(""), validation_alias="CHAT_STREAM_METRICS_TOKEN")
    traces: str = Field(default="", validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT")
    log_format: Literal["json", "console"] | None = Field(default=None, validation_alias="CHAT_STREAM_LOG_FORMAT")

    @field_validator("database_url")
    @classmethod
    def _has_a_known_driver(cls, url: str) -> str:
        if not url.startswith(DATABASE_DRIVERS):
            raise ValueError(f"must start with {' or '.join(DATABASE_DRIVERS)}")
        return url

    @field_validator("redis_url", mode="before")
    @classmethod
    def _is_a_redis(cls, url: object) -> object:
        if isinstance(url, str) and url and not url.startswith(REDIS_SCHEMES):
            raise ValueError(f"must start with {', '.join(REDIS_SCHEMES[:-1])} or {REDIS_SCHEMES[-1]}")
        return url or None

    @field_validator("models", "trusted_proxies", mode="before")
    @classmethod
    def _split_at_commas(cls, names: object) -> object:
        if isinstance(names, str):
            return tuple(name.strip() for name in names.split(",") if name.strip())
        return names

    @field_validator("contexts", mode="before")
    @classmethod
    def _are_models_with_tokens(cls, said: object) -> object:
        if not isinstance(said, str):
            return said
        pairs = [pair.rpartition("=") for pair in said.split(",") if pair.strip()]
        if not all(name.strip() and tokens.strip().isdecimal() and int(tokens) >= 100 for name, _, tokens in pairs):
            raise ValueError("must be models with their tokens, such as ollama_chat/llama3=8192, separated by commas")
        return {name.strip(): int(tokens) for name, _, tokens in pairs}

    @field_validator("beginnings", mode="before")
    @classmethod
    def _are_beginnings(cls, said: object) -> object:
        return read_beginnings(said) if isinstance(said, str) else said

    @field_validator("session_idle", "session_life", mode="before")
    @classmethod
    def _is_a_number_of_days(cls, days: object) -> object:
        if isinstance(days, timedelta):
            return days
        try:
            life = timedelta(days=float(str(days)))
        except (ValueError, OverflowError):
            raise ValueError("must be a number of days") from None
        if not timedelta() < life <= timedelta(days=3650):
            raise ValueError("must be a number of days, more than 0 and at most 3650")
        return life

    @field_validator("smtp_url")
    @classmethod
    def _is_a_mail_server(cls, url: str) -> str:
        parts = urlsplit(url)
        if url and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
            raise ValueError("must be an address such as smtp://user:password@mail.example.com:587, or smtps://…")
        return url

    @field_validator("oidc_issuer")
    @classmethod
    def _is_an_issuer(cls, url: str) -> str:
        parts = urlsplit(url)
        is_local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if url and (parts.scheme not in (("http", "https") if is_local else ("https",)) or not parts.hostname):
            raise ValueError("must be an address such as https://accounts.example.com")
        return url.rstrip("/")

    @field_validator("public_url")
    @classmethod
    def _is_an_origin(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise ValueError("must be an address such as https://chat.example.com, without a path")
        return f"{parts.scheme}://{parts.netloc}"

    @model_validator(mode="after")
    def _workers_can_share(self) -> Self:
        if self.workers > 1 and self.database_url.startswith("sqlite"):
            raise ValueError(f"{self._several} SQLite is written by one. Set DATABASE_URL to a PostgreSQL database.")
        if self.workers > 1 and not self.redis_url:
            raise ValueError(f"{self._several} they share what is new through Redis. Set REDIS_URL.")
        return self

    @property
    def _several(self) -> str:
        return f"GRANIAN_WORKERS asks for {self.workers} workers, and"

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
    reason = detail["msg"].removeprefix("Value error, ")
    if not detail["loc"]:
        return reason  # for settings that don't go together
    name = str(detail["loc"][0])
    shown = "" if name in HOLDS_A_SECRET else f" (it is {detail['input']!r})"
    return f"The setting {name} can't be used: it {reason[0].lower()}{reason[1:]}{shown}."
