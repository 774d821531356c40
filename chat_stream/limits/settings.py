"""How much one person, one address or one request may ask for."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class LimitSettings(BaseSettings):
    """The numbers of all limits; sizes are in bytes."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    sign_in_failures: int = Field(default=5, ge=1, validation_alias="CHAT_STREAM_SIGN_IN_FAILURES")
    """In 15 minutes, from one address for one account."""
    sign_ins: int = Field(default=100, ge=1, validation_alias="CHAT_STREAM_SIGN_INS")
    """Tries in 15 minutes from one address, for whatever accounts."""
    sign_ups: int = Field(default=20, ge=1, validation_alias="CHAT_STREAM_SIGN_UPS")
    """An hour, from one address."""
    sends: int = Field(default=30, ge=1, validation_alias="CHAT_STREAM_SENDS")
    """Answers that one user asks for in a minute: questions and retries, each model of a comparison by itself."""
    generations: int = Field(default=10, ge=1, validation_alias="CHAT_STREAM_GENERATIONS")
    """Answers of one user that are being written at a time."""
    queued: int = Field(default=20, ge=1, validation_alias="CHAT_STREAM_QUEUED")
    """Questions of one user that wait for the answer before them, in all chats."""
    sockets: int = Field(default=50, ge=1, validation_alias="CHAT_STREAM_SOCKETS")
    """Websockets of one user, or of one address where nobody is signed in, at a time on one worker."""
    live_reads: int = Field(default=50, ge=1, validation_alias="CHAT_STREAM_LIVE_READS")
    """Waiting reads over HTTP of one user at a time on one worker."""
    socket_message: int = Field(default=1_000_000, ge=10_000, validation_alias="CHAT_STREAM_SOCKET_MESSAGE_BYTES")
    body: int = Field(default=100_000, ge=1_000, validation_alias="CHAT_STREAM_BODY_BYTES")
    """The body of one HTTP request."""
