"""Where the page half is imported from.

Without the version that Reflex adds for caches: two names would be two modules, each with its own store.
"""

import reflex as rx

for _part in ("keep_socket.js", "outdated.js", "pace.js", "protocol.js", "store.js"):
    rx.asset(_part, shared=True)
PAGE_MODULE: str = rx.asset("page.js", shared=True).importable_path
"""The module to import the hooks from, in a component of one's own."""
