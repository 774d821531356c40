"""Parts of answers as servers send them, each an event of its own."""

import json
from typing import Any

from tests.support.provider import Raw


def event(**part: Any) -> Raw:
    return Raw(f"data: {json.dumps(part)}\n\n")


def chunk(text: str | None = None, finish: Any = None, index: Any = 0, **more: Any) -> Raw:
    """A chunk with one choice; `more` stands beside it."""
    delta = {} if text is None else {"content": text}
    return event(choices=[{"index": index, "delta": delta, "finish_reason": finish}], **more)


DONE = Raw("data: [DONE]\n\n")
