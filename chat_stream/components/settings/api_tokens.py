"""A person's API tokens: create, list, revoke."""

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.line_form import line_form
from chat_stream.components.base.notice import notice
from chat_stream.components.base.section import section
from chat_stream.components.settings.api_token import api_token
from chat_stream.components.settings.new_token import new_token
from chat_stream.state import SettingsState
from chat_stream.texts.page import text


def api_tokens() -> rx.Component:
    return section(
        text("tokens"),
        "api-tokens",
        line_form(
            field(text("tokens-name"), "name", hint=text("tokens-hint")),
            action=text("tokens-create"),
            on_submit=SettingsState.create_token,
            looks="button-primary px-4",
        ),
        notice(SettingsState.notice),
        new_token(),
        rx.cond(
            SettingsState.tokens,
            rx.el.ul(rx.foreach(SettingsState.tokens, api_token), aria_labelledby="api-tokens", class_name="rows"),
        ),
        lead=text("tokens-lead"),
    )
