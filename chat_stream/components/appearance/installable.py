"""The parts that make the app installable: its manifest, its icon, and the colours of the browser around it."""

import reflex as rx

LIGHT, DARK = "#fdfcfa", "#1a1917"
"""The page's background, as in the theme."""


def installable() -> list[rx.Component]:
    """For the head of every page."""
    return [
        rx.el.link(rel="manifest", href="/manifest.json"),
        rx.el.link(rel="apple-touch-icon", href="/icon-192.png"),
        rx.el.meta(name="theme-color", content=LIGHT, custom_attrs={"media": "(prefers-color-scheme: light)"}),
        rx.el.meta(name="theme-color", content=DARK, custom_attrs={"media": "(prefers-color-scheme: dark)"}),
    ]
