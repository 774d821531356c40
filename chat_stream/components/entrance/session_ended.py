"""Explains why somebody is asked to sign in: their session has ended, or signing in through another service failed."""

import reflex as rx

from chat_stream.components.base.notice import notice
from chat_stream.state import SessionState
from chat_stream.texts.page import text


def session_ended() -> rx.Component:
    return rx.fragment(
        notice(SessionState.refusal),
        rx.cond(SessionState.has_ended, _ended()),
    )


def _ended() -> rx.Component:
    return rx.el.p(
        text("farewell"),
        role="status",
        class_name="notice text-sm",
    )
