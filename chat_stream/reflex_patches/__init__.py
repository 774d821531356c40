"""Where the app reaches into Reflex's inside, each place with the public way that is missing.

Two places can't stand here: `shared_route.py`, which `rxconfig.py` needs before there is an app, and the package
`reflex_object_deltas` with its `reflex_insides.py`. `docs/upgrading-dependencies.md` has all of them.
"""

from chat_stream.reflex_patches.hydrate import send_lean_hydrates
from chat_stream.reflex_patches.lock_notices import keep_lock_notices
from chat_stream.reflex_patches.lost_server import handle_failure
from chat_stream.reflex_patches.quick_poll import poll_without_tasks

__all__ = ["handle_failure", "keep_lock_notices", "poll_without_tasks", "send_lean_hydrates"]
