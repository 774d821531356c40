"""One API token in the list of them."""

from typing import Any

import reflex as rx

from chat_stream.components.local_time import local_time
from chat_stream.state import SettingsState


def api_token(token: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(token["name"], class_name="text-sm font-medium [overflow-wrap:anywhere]"),
            rx.el.p("Created ", local_time(token["created_at"]), class_name="text-xs text-muted-foreground"),
            rx.el.p(
                rx.cond(
                    token["last_used_at"],
                    rx.fragment("Last used ", local_time(token["last_used_at"])),
                    "Never used",
                ),
                class_name="text-xs text-muted-foreground",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            "Revoke",
            type="button",
            on_click=SettingsState.revoke_token(token["id"]),
            class_name="button-quiet shrink-0",
        ),
        class_name="row",
    )
