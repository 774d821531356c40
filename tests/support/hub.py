"""The transport behind a hub."""

from typing import Any

from chat_stream.streaming import Hub, RedisHub
from chat_stream.worker import Worker


def receivers_of(hub: Hub) -> dict[str, Any]:
    """Who is told in this worker, by topic: without them, everything that is published is lost."""
    here: Any = hub._here if isinstance(hub, RedisHub) else hub
    return here._receivers


def held_for_viewers(worker: Worker) -> int:
    """Live copies, and subscriptions other than that of each generation, which hears of its fence."""
    return len(worker.stored.copies) + len(worker.hub) - len(worker.stored.runner)
