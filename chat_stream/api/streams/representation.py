"""The two forms of a stream: plain text, and a JSON array of deltas."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from chat_stream.streaming import PARTS, Delta, Part, Positions


@dataclass(frozen=True, slots=True)
class Representation:
    """A form, and the parts of an attempt that it carries."""

    media_type: str
    parts: tuple[Part, ...]

    @property
    def is_json(self) -> bool:
        return self.media_type == "application/json"

    def narrowed(self, positions: Positions) -> Positions:
        """The positions with zero for parts that this form doesn't carry, so that one place in the stream has one
        offset."""
        return Positions(*(positions.of(part) if part in self.parts else 0 for part in PARTS))

    def body(self, deltas: Iterable[Delta]) -> str:
        if self.is_json:
            return json.dumps([_message(delta) for delta in deltas], ensure_ascii=False, separators=(",", ":"))
        return "".join(delta.text for delta in deltas)


TEXT = Representation("text/plain; charset=utf-8", ("content",))
JSON = Representation("application/json", PARTS)


def representation_for(request: Request) -> Representation:
    """JSON if `Accept` names it, otherwise text."""
    accepted = (kind.partition(";")[0].strip().lower() for kind in request.headers.get("accept", "").split(","))
    return JSON if JSON.media_type in accepted else TEXT


def _message(delta: Delta) -> dict[str, Any]:
    return {"part": delta.part, "start": delta.start, "end": delta.end, "text": delta.text}
