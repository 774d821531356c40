"""The scripts beside the components: what only the page can do."""

import reflex as rx


def component_script(name: str) -> str:
    """The import name of a script in this folder."""
    return f"$/public{rx.asset(name, shared=True).split('?')[0]}"


for part in ("request.js", "random_id.js", "draft.js", "writing.jsx"):
    component_script(part)  # what other scripts import must be taken into the page, too
