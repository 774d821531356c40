"""The provider's record of one call."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECRET_HEADERS = frozenset({"authorization", "api-key", "x-api-key", "cookie"})


@dataclass(slots=True)
class Call:
    """One request for a completion, written while it runs. All times are `time.time()`, in seconds.

    `text` and `reasoning` are exactly what was sent so far; `sent_at` holds, for each piece of content, when it was
    written and the position of its end in `text`, in code points.
    """

    model: str
    messages: list[dict[str, Any]]
    headers: dict[str, str]
    is_stream: bool
    wants_usage: bool
    has_key: bool
    options: dict[str, Any] = field(default_factory=dict)
    """The options besides the messages."""
    port: int = 0
    """Of the caller's end of the connection."""
    key_end: str = ""
    started_at: float = field(default_factory=time.time)
    ended_at: float | None = None
    closed_by_client: bool = False
    text: str = ""
    reasoning: str = ""
    sent_at: list[tuple[float, int]] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def from_http(cls, body: Mapping[str, Any], headers: Mapping[str, str], port: int = 0) -> "Call":
        options: dict[str, Any] | None = body.get("stream_options")
        return cls(
            model=body["model"],
            messages=body["messages"],
            headers={name: value for name, value in headers.items() if name.lower() not in SECRET_HEADERS},
            is_stream=bool(body.get("stream")),
            wants_usage=bool(options and options.get("include_usage")),
            has_key="Authorization" in headers,
            options={name: value for name, value in body.items() if name != "messages"},
            key_end=headers.get("Authorization", "")[-4:],
            port=port,
        )

    @property
    def question(self) -> str:
        """The text of the last user turn."""
        asked = [message["content"] for message in self.messages if message["role"] == "user"]
        return _plain(asked[-1]) if asked else ""

    def say(self, text: str) -> None:
        self.text += text
        self.sent_at.append((time.time(), len(self.text)))

    def end(self, *, closed_by_client: bool = False) -> None:
        self.closed_by_client = closed_by_client
        self.ended_at = time.time()
        self.ended.set()

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "ended"}


def _plain(content: str | list[dict[str, Any]]) -> str:
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content)
