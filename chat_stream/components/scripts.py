"""The scripts beside the components: what only the page can do."""

import reflex as rx


def component_script(name: str) -> str:
    """The import name of a script in this folder."""
    return f"$/public{rx.asset(name, shared=True).split('?')[0]}"


REQUEST_MODULE = component_script("request.js")
"""Imported by other scripts; naming it here takes it into the page."""
