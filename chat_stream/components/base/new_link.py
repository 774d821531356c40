"""A new link, which is shown only once."""

import reflex as rx

from chat_stream.components.copying.copy_button import copy_button
from chat_stream.state import TeamState
from chat_stream.state.team_state import LINK
from chat_stream.texts.page import said, text


@rx.memo
def new_link() -> rx.Component:
    made = TeamState.new_links[LINK]
    return rx.cond(
        made.address,
        rx.el.div(
            rx.el.p(said(made.about), " ", text("link-once"), class_name="text-sm font-medium"),
            rx.el.div(
                rx.el.code(made.address, aria_label=text("link-new"), class_name="secret"),
                copy_button(text=made.address, class_name="button-quiet shrink-0"),
                class_name="flex flex-wrap items-center gap-2",
            ),
            role="status",
            class_name="notice",
        ),
    )
