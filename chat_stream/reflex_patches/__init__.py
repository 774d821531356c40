"""Every place where the app reaches into Reflex's inside, each with the public way that is missing."""

from chat_stream.reflex_patches.hydrate import send_lean_hydrates
from chat_stream.reflex_patches.lock_notices import keep_lock_notices
from chat_stream.reflex_patches.lost_server import handle_failure
from chat_stream.reflex_patches.quick_poll import poll_without_tasks

__all__ = ["handle_failure", "keep_lock_notices", "poll_without_tasks", "send_lean_hydrates"]
