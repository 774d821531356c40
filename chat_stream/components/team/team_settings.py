"""A team's name, and leaving or deleting the team."""

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.irreversible import irreversible
from chat_stream.components.base.line_form import line_form
from chat_stream.components.base.section import section
from chat_stream.state import TeamState
from chat_stream.texts.page import text


def team_settings() -> rx.Component:
    return section(
        text("team-this"),
        "this-team",
        rx.cond(
            TeamState.can_rename,
            line_form(
                field(text("teams-name"), "name", value=TeamState.name),
                action=text("team-rename"),
                on_submit=TeamState.rename,
            ),
        ),
        irreversible(
            text("team-leave"),
            text("team-leave-what"),
            action=rx.el.button(
                text("team-leave-now"), type="button", on_click=TeamState.leave, class_name="button-danger"
            ),
        ),
        rx.cond(
            TeamState.can_delete,
            irreversible(
                text("team-delete"),
                text("team-delete-what"),
                action=rx.el.button(
                    text("team-delete-now"), type="button", on_click=TeamState.delete, class_name="button-danger"
                ),
            ),
        ),
    )
