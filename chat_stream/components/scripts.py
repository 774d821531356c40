"""The scripts beside the components: what only the page can do."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import reflex as rx


@cache
def component_script(name: str) -> str:
    """The import name of a script in this folder.

    On a thread of its own, because `rx.asset` looks through all frames above its caller: amid imports that took a
    tenth of a second for each script, and most of a start.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return f"$/public{thread.submit(_linked, name).result().split('?')[0]}"


def _linked(name: str) -> str:
    return rx.asset(name, shared=True)


for part in ("request.js", "random_id.js", "draft.js", "kept_drafts.js", "writing.jsx", "growing_box.jsx"):
    component_script(part)  # what other scripts import must be taken into the page, too
for part in ("keys.js", "glass.js", "choices.js", "page_notice.js"):
    component_script(part)
