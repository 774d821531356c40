"""An API token in the list."""

from typing import Any

import reflex as rx

from chat_stream.state import SettingsState
from chat_stream.texts.page import moment, text


def api_token(token: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(token["name"], class_name="text-sm font-medium [overflow-wrap:anywhere]"),
            rx.el.p(text("tokens-created", at=moment(token["created_at"])), class_name="text-xs text-muted-foreground"),
            rx.el.p(
                rx.cond(
                    token["last_used_at"],
                    text("tokens-used", at=moment(token["last_used_at"])),
                    text("tokens-unused"),
                ),
                class_name="text-xs text-muted-foreground",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            text("tokens-revoke"),
            type="button",
            on_click=SettingsState.revoke_token(token["id"]),
            class_name="button-quiet shrink-0",
        ),
        class_name="row",
    )
