"""A team's name, leaving it and deleting it."""

import reflex as rx

from chat_stream.components.danger import danger
from chat_stream.components.field import field
from chat_stream.components.section import section
from chat_stream.state import TeamState


def team_settings() -> rx.Component:
    return section(
        "This team",
        "this-team",
        rx.cond(
            TeamState.can_rename,
            rx.el.form(
                rx.el.div(field("Team name", "name"), class_name="min-w-0 flex-1 basis-52"),
                rx.el.button("Rename team", type="submit", class_name="button-quiet h-10"),
                on_submit=TeamState.rename,
                reset_on_submit=True,
                class_name="flex flex-wrap items-end gap-3",
            ),
        ),
        danger(
            "Leave this team…",
            "You won't see its chats any more. Your API tokens for it stop working.",
            action=rx.el.button("Leave team", type="button", on_click=TeamState.leave, class_name="button-danger"),
        ),
        rx.cond(
            TeamState.can_delete,
            danger(
                "Delete this team…",
                "All of its chats and answers go for good, for every member. It can't be undone.",
                action=rx.el.button(
                    "Delete team", type="button", on_click=TeamState.delete, class_name="button-danger"
                ),
            ),
        ),
    )
