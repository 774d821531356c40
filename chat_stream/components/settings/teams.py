"""The teams that a person belongs to, and creating one."""

from typing import Any

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.line_form import line_form
from chat_stream.components.base.link import link
from chat_stream.components.base.notice import notice
from chat_stream.components.base.section import section
from chat_stream.state import SessionState, TeamState
from chat_stream.texts.page import text


def teams() -> rx.Component:
    return section(
        text("teams"),
        "teams",
        rx.cond(
            SessionState.has_teams,
            rx.el.ul(rx.foreach(SessionState.accounts, _team), aria_labelledby="teams", class_name="rows"),
        ),
        line_form(field(text("teams-name"), "name"), action=text("teams-create"), on_submit=TeamState.create),
        notice(TeamState.notice),
        lead=text("teams-lead"),
    )


def _team(account: Any) -> rx.Component:
    return rx.cond(
        account["kind"] == "team",
        rx.el.li(
            rx.el.div(
                rx.el.p(account["name"], class_name="text-sm font-medium [overflow-wrap:anywhere]"),
                rx.el.p(text("teams-role", role=account["role"]), class_name="text-xs text-muted-foreground"),
                class_name="min-w-0 flex-1",
            ),
            link(
                text("teams-members"),
                to="/teams/" + account["id"].to(str),
                class_name="button-quiet inline-flex shrink-0",
            ),
            class_name="row",
        ),
    )
