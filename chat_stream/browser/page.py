"""The script that the page runs before everything else."""
# pyright: reportUnknownMemberType=false

from pathlib import Path

import reflex as rx


def early_script() -> rx.Component:
    """The script for the head, which runs before anything is painted and before any other script of the page."""
    return rx.el.script((Path(__file__).parent / "early.js").read_text())
