"""A new API token, which is shown only once."""

import reflex as rx

from chat_stream.components.copying.copy_button import copy_button
from chat_stream.state import SettingsState
from chat_stream.state.settings_state import NEWEST
from chat_stream.texts.page import text


@rx.memo
def new_token() -> rx.Component:
    secret = SettingsState.new_tokens[NEWEST].secret
    return rx.cond(
        secret,
        rx.el.div(
            rx.el.p(text("tokens-copy"), class_name="text-sm font-medium"),
            rx.el.div(
                rx.el.code(secret, aria_label=text("tokens-new"), class_name="secret"),
                copy_button(text=secret, class_name="button-quiet shrink-0"),
                class_name="flex flex-wrap items-center gap-2",
            ),
            role="status",
            class_name="notice",
        ),
    )
