"""The way to the settings."""

import reflex as rx

from chat_stream.components.link import link


def settings_link() -> rx.Component:
    return link(
        rx.icon("settings", size=16),
        to="/settings",
        custom_attrs={"aria-label": "Settings", "title": "Settings"},
        class_name="icon-button shrink-0",
    )
