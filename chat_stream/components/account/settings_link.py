"""The link to the settings."""

import reflex as rx

from chat_stream.components.base.link import link
from chat_stream.texts.page import text


def settings_link() -> rx.Component:
    return link(
        rx.icon("settings", size=16),
        to="/settings",
        custom_attrs={"aria-label": text("side-settings"), "title": text("side-settings")},
        class_name="icon-button shrink-0",
    )
