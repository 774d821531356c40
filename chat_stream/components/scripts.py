"""The scripts beside the components: what only the page can do."""

import reflex as rx


def component_script(name: str) -> str:
    """The import name of a script in this folder."""
    return f"$/public{rx.asset(name, shared=True).split('?')[0]}"


for shared_script in ("fonts.js", "request.js"):  # what other scripts import must be taken into the page, too
    component_script(shared_script)
