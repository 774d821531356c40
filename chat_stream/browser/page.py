"""Where the page has these scripts from."""
# pyright: reportUnknownMemberType=false

from pathlib import Path

import reflex as rx

STORES_MODULE = rx.asset("stores.js", shared=True).importable_path
"""Imported by other scripts under this name, without a version: two names would be two modules."""


def early_script() -> rx.Component:
    """For the head: runs before anything is painted, and before any script of the page."""
    return rx.el.script((Path(__file__).parent / "early.js").read_text())
