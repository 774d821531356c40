"""A team's name, leaving it and deleting it."""

import reflex as rx

from chat_stream.components.danger import danger
from chat_stream.components.field import field
from chat_stream.components.line_form import line_form
from chat_stream.components.section import section
from chat_stream.state import TeamState


def team_settings() -> rx.Component:
    return section(
        "This team",
        "this-team",
        rx.cond(
            TeamState.can_rename,
            line_form(
                field("Team name", "name", value=TeamState.name), action="Rename team", on_submit=TeamState.rename
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
