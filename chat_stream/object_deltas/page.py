"""Where the page half is imported from.

Without the version that Reflex adds for caches: two names would be two modules, each with its own store.
"""

import reflex as rx

PAGE_MODULE = f"$/public{rx.asset('page.js', shared=True).split('?')[0]}"
