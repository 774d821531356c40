"""The teams that a person belongs to, and making one."""

from typing import Any

import reflex as rx

from chat_stream.components.field import field
from chat_stream.components.link import link
from chat_stream.components.notice import notice
from chat_stream.components.section import section
from chat_stream.state import SessionState, TeamState


def teams() -> rx.Component:
    return section(
        "Teams",
        "teams",
        rx.cond(
            SessionState.has_teams,
            rx.el.ul(rx.foreach(SessionState.accounts, _team), aria_labelledby="teams", class_name="rows"),
        ),
        rx.el.form(
            rx.el.div(field("Team name", "name"), class_name="min-w-0 flex-1 basis-52"),
            rx.el.button("Create team", type="submit", class_name="button-quiet h-10"),
            on_submit=TeamState.create,
            reset_on_submit=True,
            class_name="flex flex-wrap items-end gap-3",
        ),
        notice(TeamState.notice),
        lead="All members of a team see its chats, and the answers while they are written.",
    )


def _team(account: Any) -> rx.Component:
    return rx.cond(
        account["kind"] == "team",
        rx.el.li(
            rx.el.div(
                rx.el.p(account["name"], class_name="text-sm font-medium [overflow-wrap:anywhere]"),
                rx.el.p("Your role: ", account["role"], class_name="text-xs text-muted-foreground"),
                class_name="min-w-0 flex-1",
            ),
            link("Members", to="/teams/" + account["id"].to(str), class_name="button-quiet inline-flex shrink-0"),
            class_name="row",
        ),
    )
