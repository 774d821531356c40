"""Inviting people to a team, and its open invitations."""

from typing import Any

import reflex as rx

from chat_stream.components.base.new_link import new_link
from chat_stream.components.base.section import section
from chat_stream.state import TeamState
from chat_stream.texts.page import moment, text


def invitations() -> rx.Component:
    return rx.cond(
        TeamState.can_invite,
        section(
            text("invitations"),
            "invitations",
            _form(),
            new_link(),
            rx.cond(
                TeamState.invitations,
                rx.el.ul(
                    rx.foreach(TeamState.invitations, _invitation), aria_labelledby="invitations", class_name="rows"
                ),
            ),
            lead=text("invitations-lead"),
        ),
    )


def _form() -> rx.Component:
    return rx.el.form(
        rx.el.label(
            rx.el.span(text("invitations-role"), class_name="text-sm font-medium"),
            rx.el.select(
                rx.foreach(TeamState.grants, lambda role: rx.el.option(text("role", role=role), value=role)),
                name="role",
                class_name="field",
            ),
            class_name="flex flex-col gap-1.5",
        ),
        rx.cond(
            TeamState.has_mail,
            rx.el.label(
                rx.el.span(text("invitations-email"), class_name="text-sm font-medium"),
                rx.el.input(name="email", type="email", placeholder=text("invitations-email-hint"), class_name="field"),
                class_name="flex min-w-0 flex-1 basis-52 flex-col gap-1.5",
            ),
        ),
        rx.el.button(text("invitations-create"), type="submit", class_name="button-primary mt-0 px-4"),
        on_submit=TeamState.invite,
        class_name="flex flex-wrap items-end gap-3",
    )


def _invitation(invitation: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                rx.cond(invitation["email"], invitation["email"], text("invitations-link")),
                class_name="text-sm font-medium [overflow-wrap:anywhere]",
            ),
            rx.el.p(
                text("invitations-until", role=invitation["role"], at=moment(invitation["expires_at"])),
                class_name="text-xs text-muted-foreground",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            text("invitations-withdraw"),
            type="button",
            on_click=TeamState.withdraw(invitation["id"]),
            class_name="button-quiet shrink-0",
        ),
        class_name="row",
    )
