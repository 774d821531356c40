"""A notice as it crosses Redis: JSON without spaces, its text as UTF-8.

`[sender]` is a wake-up. `[sender, status, content_end, reasoning_end, part, start, text, part, start, text, …]` is what
was committed; `part` is its first letter. The topic, which is the channel, says of which attempt.
"""

import json
from collections.abc import Iterator
from typing import Any

from chat_stream.models import Status
from chat_stream.streaming.delta import PARTS, Delta, Part, Positions
from chat_stream.streaming.hub.notice import Committed, Notice, Wake

_STATUSES = tuple(Status)
_PARTS: dict[str, Part] = {part[0]: part for part in PARTS}


def encode(sender: str, notice: Notice) -> bytes:
    fields: list[Any] = [sender]
    if isinstance(notice, Committed):
        fields += [_STATUSES.index(notice.status), *notice.ends]
        for delta in notice.deltas:
            fields += [delta.part[0], delta.start, delta.text]
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def decode(topic: str, payload: bytes) -> tuple[str, Notice]:
    """Returns the sender and the notice.

    Raises:
        ValueError: It isn't a notice; a worker of another version may have sent it.
    """
    try:
        sender, *fields = json.loads(payload)
        return sender, _committed(topic.partition(":")[2], *fields) if fields else Wake()
    except (IndexError, KeyError, TypeError) as error:
        raise ValueError(f"not a notice: {error}") from None


def _committed(attempt_id: str, status: int, content_end: int, reasoning_end: int, *rest: Any) -> Committed:
    deltas = tuple(_deltas(attempt_id, rest))
    return Committed(deltas, Positions(content_end, reasoning_end), _STATUSES[status])


def _deltas(attempt_id: str, rest: tuple[Any, ...]) -> Iterator[Delta]:
    for part, start, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield Delta(attempt_id, _PARTS[part], start, start + len(text), text)
