"""What the page runs before everything else."""
# pyright: reportUnknownMemberType=false

from pathlib import Path

import reflex as rx


def early_script() -> rx.Component:
    """For the head: runs before anything is painted, and before any script of the page."""
    return rx.el.script((Path(__file__).parent / "early.js").read_text())
