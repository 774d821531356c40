"""The members of a team, with their roles."""

from typing import Any

import reflex as rx

from chat_stream.components.base.avatar import avatar
from chat_stream.components.base.section import section
from chat_stream.state import TeamState
from chat_stream.texts.page import text


def members() -> rx.Component:
    return section(
        text("members"),
        "members",
        rx.el.ul(rx.foreach(TeamState.members, _member), aria_labelledby="members", class_name="rows"),
    )


def _member(member: Any) -> rx.Component:
    return rx.el.li(
        avatar(member["initials"]),
        rx.el.div(
            rx.el.p(
                rx.cond(member["is_me"], text("members-me", name=member["name"]), member["name"]),
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
            rx.foreach(member["roles"].to(list[str]), lambda role: rx.el.option(text("role", role=role), value=role)),
            value=member["role"],
            on_change=lambda role: TeamState.change_role(member["user_id"], role),
            aria_label=text("members-role-of", name=member["name"]),
            class_name="field h-9 text-sm",
        ),
        rx.el.span(text("role", role=member["role"]), class_name="text-sm text-muted-foreground"),
    )


def _actions(member: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(
            TeamState.can_hand_over & ~member["is_me"].to(bool),
            rx.el.button(
                text("members-hand-over"),
                type="button",
                title=text("members-hand-over-what"),
                on_click=TeamState.hand_over(member["user_id"]),
                class_name="button-quiet",
            ),
        ),
        rx.cond(
            member["can_be_removed"],
            rx.el.button(
                text("members-remove"),
                type="button",
                on_click=TeamState.remove(member["user_id"]),
                class_name="button-quiet",
            ),
        ),
    )
