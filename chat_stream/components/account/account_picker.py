"""Switches between accounts. Shown if there is more than one."""

import reflex as rx

from chat_stream.state import SessionState
from chat_stream.texts.page import text


@rx.memo
def account_picker() -> rx.Component:
    return rx.cond(
        SessionState.has_teams,
        rx.el.select(
            rx.foreach(SessionState.accounts, lambda account: rx.el.option(account["name"], value=account["id"])),
            value=SessionState.account_id,
            on_change=SessionState.switch,
            aria_label=text("side-account"),
            class_name="field account-picker mx-3 mt-3",
        ),
    )
