"""The API tokens of a person: make one, see what there are, revoke."""

import reflex as rx

from chat_stream.components.api_token import api_token
from chat_stream.components.field import field
from chat_stream.components.new_token import new_token
from chat_stream.state import SettingsState


def api_tokens() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2("API tokens", id="api-tokens", class_name="text-lg font-semibold tracking-tight"),
            rx.el.p(
                "A program that sends one reads your messages' streams in your name, until you revoke it.",
                class_name="mt-1 text-sm text-muted-foreground",
            ),
        ),
        token_form(),
        rx.cond(SettingsState.notice, rx.el.p(SettingsState.notice, role="alert", class_name="text-sm text-danger")),
        new_token(),
        rx.cond(
            SettingsState.tokens,
            rx.el.ul(
                rx.foreach(SettingsState.tokens, api_token),
                aria_labelledby="api-tokens",
                class_name="divide-y divide-border border-y border-border",
            ),
        ),
        aria_labelledby="api-tokens",
        class_name="flex flex-col gap-5",
    )


def token_form() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            field("Token name", "name", hint="What is it for?"),
            class_name="min-w-0 flex-1 basis-52",
        ),
        rx.el.button("Create token", type="submit", class_name="button-primary px-4"),
        on_submit=SettingsState.create_token,
        reset_on_submit=True,
        class_name="flex flex-wrap items-end gap-3",
    )
