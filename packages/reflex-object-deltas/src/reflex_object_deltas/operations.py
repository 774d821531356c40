"""The operations that a delta is made of, as the page half (`protocol.js`) reads them.

An alias is a small integer that stands for a growing text, so that the envelope of its deltas stays small.
Positions and lengths are in whatever the sender counts in; the page compares and adds them.
"""

from typing import Any, Literal

Set = tuple[Literal["="], str, str, Any]
Delete = tuple[Literal["-"], str, str]
Grow = tuple[Literal["@"], int, str, str, str, str, int]
Append = tuple[int, int, int, str]
Fold = tuple[Literal["."], int, str, str, str]
Bookmark = tuple[Literal["#"], str, int]
Version = tuple[Literal["v"], int]
Operation = Set | Delete | Grow | Append | Fold | Bookmark | Version


def grow(alias: int, stream: str, map_name: str, key: str, field: str, end: int) -> Grow:
    """From now on `alias` stands for the growing text `stream`, shown as `field` of the object `key`.

    A page that has the stream already keeps what it has; one that hasn't got it up to `end` asks again.
    """
    return ("@", alias, stream, map_name, key, field, end)


def append(alias: int, start: int, end: int, text: str) -> Append:
    """The growing text goes on with `text`; a page whose text doesn't end at `start` asks for the rest."""
    return (alias, start, end - start, text)


def fold(alias: int, map_name: str, key: str, field: str) -> Fold:
    """The growing text is complete: it becomes `field` of the object `key`, and its stream is forgotten."""
    return (".", alias, map_name, key, field)


def bookmark(name: str, value: int) -> Bookmark:
    """Sets the value that the page reports when it subscribes again under this name."""
    return ("#", name, value)
