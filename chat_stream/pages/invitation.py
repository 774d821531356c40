"""The page that an invitation's link leads to."""

import reflex as rx

from chat_stream.components.base.link import link
from chat_stream.components.base.notice import notice
from chat_stream.components.entrance.asked_page import address_as_value, asked_before
from chat_stream.components.frame.centered_page import centered_page
from chat_stream.state import InvitationState
from chat_stream.texts.page import text


def invitation_page() -> rx.Component:
    return centered_page(
        rx.cond(
            InvitationState.is_known,
            rx.cond(InvitationState.is_open, _offer(), _nowhere()),
        )
    )


def _offer() -> rx.Component:
    return rx.fragment(
        rx.el.h1(
            text("invitation-title", team=InvitationState.team),
            class_name="mt-1 mb-3 text-2xl font-semibold tracking-tight",
        ),
        rx.el.p(
            text(
                "invitation-lead",
                who=rx.cond(InvitationState.invited_by, InvitationState.invited_by, "nobody"),
                role=InvitationState.role,
            ),
            class_name="mb-6 text-muted-foreground",
        ),
        notice(InvitationState.notice),
        rx.cond(
            InvitationState.is_signed_in,
            rx.el.button(
                text("invitation-join"),
                type="button",
                on_click=InvitationState.accept(asked_before()),
                class_name="button-primary w-full",
            ),
            rx.el.div(
                link(text("sign-up-link"), to=f"/sign-up?next={address_as_value()}", class_name="button-primary flex"),
                link(text("sign-in"), to=f"/sign-in?next={address_as_value()}", class_name="button-quiet flex h-10"),
                class_name="flex flex-col gap-3",
            ),
        ),
    )


def _nowhere() -> rx.Component:
    return rx.fragment(
        rx.el.h1(text("invitation-over"), class_name="mt-1 mb-3 text-2xl font-semibold tracking-tight"),
        rx.el.p(text("invitation-over-lead"), class_name="mb-6 text-muted-foreground"),
        link(text("invitation-to-chats"), to="/", class_name="link"),
    )
