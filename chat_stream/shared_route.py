"""Makes the new chat and the chat one route of the page, so that a chat stays mounted as it gets its address.

React Router keeps what is mounted when the address changes between two routes of the same file. Reflex writes a file
for each page, and a list of routes that finds them by their names; this appends the exception to that list.
"""

from typing import Any

import reflex as rx

LIST = "app/routes.js"
NEW_CHAT, CHAT = "routes/_index.jsx", "routes/[chat].$[chat_id]._index.jsx"
_EXPORT = "export default ["
_ROUTES = "const routes = ["
_ONE_FILE = f"""
// A new chat becomes a chat: both addresses show the same component, which React keeps.
const shared = {{ {CHAT!r}: {NEW_CHAT!r} }};
export default routes.map((each) => ({{ ...each, file: shared[each.file] ?? each.file }}));
"""


class SharedRoute(rx.plugins.Plugin):
    """Part of the build: it changes the list of routes that Reflex hands to React Router."""

    def pre_compile(self, **context: Any) -> None:
        context["add_modify_task"](LIST, with_shared_route)


def with_shared_route(routes: str) -> str:
    """The list of routes in which a chat has the file of the new chat. One that has it already stays as it is.

    Raises:
        ValueError: The list doesn't look as Reflex writes it.
    """
    if _ONE_FILE in routes:
        return routes
    if routes.count(_EXPORT) != 1:
        raise ValueError(f"{LIST} isn't as it was: look at it, and at {__name__}.")
    return routes.replace(_EXPORT, _ROUTES) + _ONE_FILE
