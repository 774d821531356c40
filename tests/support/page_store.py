"""The page's store of object-specific deltas: `reflex_object_deltas/page.js`, written again in Python.

Written from the page half and not from the server half, so that the two can disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MAPS = ("messages", "streaming")
BOOKMARK = "chat"


@dataclass
class Stream:
    """A growing text: where it is shown, and the end that the server gave last."""

    map: str
    key: str
    field: str
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it."""

    role: str
    status: str
    text: str
    reasoning: str


class PageStore:
    """Extends a growing text only where a delta begins at the end that the server gave last."""

    def __init__(self) -> None:
        self.maps: dict[str, dict[str, Any]] = {}
        self.streams: dict[str, Stream] = {}
        self.bookmarks: dict[str, int] = {}
        self.run = 0
        self.has_gap = False
        self._aliases: dict[int, str] = {}

    def begin(self) -> int:
        """The number of a new run, for which the page asks now; nothing of earlier ones is listened to."""
        self.run += 1
        self.has_gap = False
        self._aliases = {}
        return self.run

    def apply(self, delta: Sequence[Any]) -> None:
        """Applies one delta, before anybody looks: all of it, or up to what doesn't fit."""
        if not isinstance(delta[0], int):
            self._apply_all(delta)
        elif delta[0] == self.run and not self.has_gap:
            self.has_gap = not self._apply_all(delta[1:])

    def _apply_all(self, operations: Sequence[Sequence[Any]]) -> bool:
        """False where one doesn't fit: it and the rest are dropped."""
        return all(self._apply_one(*operation) is not False for operation in operations)

    def _apply_one(self, operation: Any, *arguments: Any) -> bool | None:
        if isinstance(operation, int):
            return self._append(operation, *arguments)
        return getattr(self, _OPERATIONS[operation])(*arguments)

    def has(self) -> tuple[int, dict[str, int]]:
        """The state that the page reports when it follows again: the bookmark, and the ends of its streams."""
        ends = {name: stream.end for name, stream in self.streams.items() if stream.map in MAPS}
        return self.bookmarks.get(BOOKMARK, 0), ends

    def shown(self) -> dict[str, Shown]:
        """The messages as `components/messages/message.py` puts them on the page."""
        return {key: self._shown(key, entry) for key, entry in self._entries("messages").items()}

    def _shown(self, key: str, entry: dict[str, str]) -> Shown:
        live = self._entries("streaming").get(key, {})
        content, reasoning = live.get("content"), live.get("reasoning")
        status = "streaming" if content or reasoning else entry["status"]
        return Shown(
            entry["role"], status, content or entry.get("text") or "", reasoning or entry.get("reasoning") or ""
        )

    def _entries(self, name: str) -> dict[str, Any]:
        return self.maps.setdefault(name, {})

    def _append(self, alias: int, start: int, length: int, text: str) -> bool:
        stream = self.streams.get(self._aliases.get(alias, ""))
        if stream is None or start != stream.end:
            return False
        stream.end = start + length
        entry = self._entries(stream.map)[stream.key]
        self._entries(stream.map)[stream.key] = {**entry, stream.field: entry[stream.field] + text}
        return True

    def put(self, name: str, key: str, value: Any) -> None:
        self._entries(name)[key] = value

    def remove(self, name: str, key: str) -> None:
        self._entries(name).pop(key, None)
        self.streams = {id: at for id, at in self.streams.items() if (at.map, at.key) != (name, key)}

    def grow(self, alias: int, stream: str, name: str, key: str, field: str, end: int) -> bool:
        has = self.streams[stream].end if stream in self.streams else 0
        if has != end:
            return False
        self._aliases[alias] = stream
        if stream not in self.streams:
            place = (name, key, field)
            self.streams = {id: at for id, at in self.streams.items() if (at.map, at.key, at.field) != place}
            self.streams[stream] = Stream(name, key, field, 0)
            self.put(name, key, {**self._entries(name).get(key, {}), field: ""})
        return True

    def fold(self, alias: int, name: str, key: str, field: str) -> bool:
        stream = self._aliases.get(alias, "")
        at = self.streams.get(stream)
        if at is None:
            return False
        rest = dict(self._entries(at.map)[at.key])
        text = rest.pop(at.field)
        self.put(name, key, {**self._entries(name).get(key, {}), field: text})
        del self.streams[stream]
        del self._aliases[alias]
        if rest:
            self.put(at.map, at.key, rest)
        else:
            self.remove(at.map, at.key)
        return True

    def bookmark(self, name: str, value: int) -> None:
        self.bookmarks[name] = value


_OPERATIONS = {"=": "put", "-": "remove", "@": "grow", ".": "fold", "#": "bookmark"}
