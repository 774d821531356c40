"""Who is in a team, and as what."""

from typing import Any

import reflex as rx

from chat_stream.components.avatar import avatar
from chat_stream.components.section import section
from chat_stream.state import TeamState


def members() -> rx.Component:
    return section(
        "Members",
        "members",
        rx.el.ul(rx.foreach(TeamState.members, _member), aria_labelledby="members", class_name="rows"),
    )


def _member(member: Any) -> rx.Component:
    return rx.el.li(
        avatar(member["initials"]),
        rx.el.div(
            rx.el.p(
                member["name"],
                rx.cond(member["is_me"], " (you)", ""),
                class_name="truncate text-sm font-medium",
            ),
            rx.el.p(member["email"], class_name="truncate text-xs text-muted-foreground"),
            class_name="min-w-0 flex-1 basis-40",
        ),
        rx.el.div(_role(member), _actions(member), class_name="flex flex-wrap items-center gap-2"),
        class_name="row flex-wrap",
    )


def _role(member: Any) -> rx.Component:
    return rx.cond(
        member["roles"].to(list[str]).length() > 0,
        rx.el.select(
            rx.foreach(member["roles"].to(list[str]), lambda role: rx.el.option(role, value=role)),
            value=member["role"],
            on_change=lambda role: TeamState.change_role(member["user_id"], role),
            aria_label="Role of " + member["name"].to(str),
            class_name="field h-9 text-sm",
        ),
        rx.el.span(member["role"], class_name="text-sm text-muted-foreground"),
    )


def _actions(member: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(
            TeamState.can_hand_over & ~member["is_me"].to(bool),
            rx.el.button(
                "Hand over",
                type="button",
                title="Makes them the owner, and you an admin",
                on_click=TeamState.hand_over(member["user_id"]),
                class_name="button-quiet",
            ),
        ),
        rx.cond(
            member["can_be_removed"],
            rx.el.button(
                "Remove", type="button", on_click=TeamState.remove(member["user_id"]), class_name="button-quiet"
            ),
        ),
    )
