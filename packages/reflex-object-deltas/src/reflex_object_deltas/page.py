"""Where the page half is imported from.

Without the version that Reflex adds for caches: two names would be two modules, each with its own store.
"""

import reflex as rx

rx.asset("pace.js", shared=True)
PAGE_MODULE = rx.asset("page.js", shared=True).importable_path
