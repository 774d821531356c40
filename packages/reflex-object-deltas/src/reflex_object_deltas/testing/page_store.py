"""The page's store of one subscription: the page half, written again in Python.

Written from the page half and not from the server half, so that the two can disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reflex_object_deltas.protocol import VERSION


@dataclass
class Stream:
    """A growing text: where it is shown, and the end that the server gave last."""

    map: str
    key: str
    field: str
    end: int


class PageStore:
    """Extends a growing text only where a delta begins at the end that the server gave last.

    Args:
        maps: The names of the subscription's maps: `has` tells of the texts that grow in them.
        bookmark: The subscription's name.
    """

    def __init__(self, maps: Sequence[str], bookmark: str) -> None:
        self.maps: dict[str, dict[str, Any]] = {}
        """The name of a map → key → object."""
        self.streams: dict[str, Stream] = {}
        self.bookmarks: dict[str, int] = {}
        self.run = 0
        self.has_gap = False
        """Whether something didn't fit, so that the page must ask again."""
        self._names = tuple(maps)
        self._bookmark = bookmark
        self._aliases: dict[int, str] = {}

    def begin(self) -> int:
        """The number of a new run, for which the page asks now; nothing of earlier ones is listened to."""
        self.run += 1
        self.has_gap = False
        self._aliases = {}
        return self.run

    def has(self) -> tuple[int, dict[str, int]]:
        """The state that the page reports when it follows again: the bookmark, and the ends of its streams."""
        ends = {name: stream.end for name, stream in self.streams.items() if stream.map in self._names}
        return self.bookmarks.get(self._bookmark, 0), ends

    def apply(self, delta: Sequence[Any]) -> None:
        """Applies one delta, before anybody looks: all of it, or up to what doesn't fit; nothing, if one is unknown."""
        if not isinstance(delta[0], int):
            self._apply_all(delta)
        elif delta[0] == self.run and not self.has_gap:
            self.has_gap = not self._apply_all(delta[1:])

    def _apply_all(self, operations: Sequence[Sequence[Any]]) -> bool:
        """False where one doesn't fit: it and the rest are dropped."""
        if not all(_is_known(operation) for operation in operations):
            return False
        return all(self._apply_one(*operation) is not False for operation in operations)

    def _apply_one(self, operation: Any, *arguments: Any) -> bool | None:
        if isinstance(operation, int):
            return self._append(operation, *arguments)
        return getattr(self, f"_{_OPERATIONS[operation][0]}")(*arguments)

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

    def _set(self, name: str, key: str, value: Any) -> None:
        growing: dict[str, str] = {}
        for stream, at in self._streams_in(name, key).items():
            if not isinstance(value, dict) or at.field in value:
                del self.streams[stream]
            else:
                growing[at.field] = self._entries(name)[key][at.field]
        self._entries(name)[key] = {**value, **growing} if growing else value

    def _delete(self, name: str, key: str) -> None:
        self._entries(name).pop(key, None)
        for stream in self._streams_in(name, key):
            del self.streams[stream]

    def _grow(self, alias: int, stream: str, name: str, key: str, field: str, end: int) -> bool:
        has = self.streams[stream].end if stream in self.streams else 0
        if has != end:
            return False
        self._aliases[alias] = stream
        if stream not in self.streams:
            for other, at in self._streams_in(name, key).items():
                if at.field == field:
                    del self.streams[other]
            self.streams[stream] = Stream(name, key, field, 0)
            self._entries(name)[key] = {**(self._entries(name).get(key) or {}), field: ""}
        return True

    def _fold(self, alias: int, name: str, key: str, field: str) -> bool:
        at = self.streams.pop(self._aliases.pop(alias, ""), None)
        if at is None:
            return False
        if (at.map, at.key, at.field) != (name, key, field):
            text = self._taken(at)
            self._entries(name)[key] = {**(self._entries(name).get(key) or {}), field: text}
        return True

    def _taken(self, at: Stream) -> str:
        rest = dict(self._entries(at.map)[at.key])
        text = rest.pop(at.field)
        if rest:
            self._entries(at.map)[at.key] = rest
        else:
            self._delete(at.map, at.key)
        return text

    def _bookmark_at(self, name: str, value: int) -> None:
        self.bookmarks[name] = value

    def _version(self, _version: int) -> None:
        """Says which version the server speaks in this run."""

    def _streams_in(self, name: str, key: str) -> dict[str, Stream]:
        return {stream: at for stream, at in self.streams.items() if (at.map, at.key) == (name, key)}


_OPERATIONS = {
    "=": ("set", 3),
    "-": ("delete", 2),
    "@": ("grow", 6),
    ".": ("fold", 4),
    "#": ("bookmark_at", 2),
    "v": ("version", 1),
}
"""The name of an operation → what it does, and how many arguments it has."""


def _is_known(operation: Any) -> bool:
    if not isinstance(operation, list | tuple) or not operation:
        return False
    name, *arguments = operation
    if isinstance(name, int):
        return len(arguments) == 3
    if name not in _OPERATIONS or len(arguments) != _OPERATIONS[name][1]:
        return False
    return name != "v" or arguments[0] <= VERSION
