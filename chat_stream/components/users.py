"""The users of an installation."""

from typing import Any

import reflex as rx

from chat_stream.components.avatar import avatar
from chat_stream.components.danger import danger
from chat_stream.components.new_link import new_link
from chat_stream.components.section import section
from chat_stream.state import AdminState


def users() -> rx.Component:
    return section(
        "Users",
        "users",
        new_link(),
        rx.el.ul(rx.foreach(AdminState.users, _user), aria_labelledby="users", class_name="rows"),
        rx.cond(
            AdminState.has_more_users,
            rx.el.button("More users", type="button", on_click=AdminState.more_users, class_name="button-quiet"),
        ),
    )


def _user(user: Any) -> rx.Component:
    return rx.el.li(
        avatar(user["initials"]),
        rx.el.div(
            rx.el.p(user["name"], rx.cond(user["is_me"], " (you)", ""), class_name="truncate text-sm font-medium"),
            rx.el.p(user["email"], class_name="truncate text-xs text-muted-foreground"),
            class_name="min-w-0 flex-1 basis-40",
        ),
        rx.cond(user["is_administrator"], rx.el.span("Administrator", class_name="badge")),
        rx.cond(user["is_disabled"], rx.el.span("Disabled", class_name="badge text-danger")),
        rx.cond(user["is_me"], rx.fragment(), _actions(user)),
        class_name="row flex-wrap",
    )


def _actions(user: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary("Manage", aria_label="Manage " + user["name"].to(str), class_name="button-quiet"),
        rx.el.div(
            rx.cond(
                user["is_disabled"],
                _button("Enable", AdminState.enable(user["id"])),
                _button("Disable", AdminState.disable(user["id"])),
            ),
            _button("Make a link to reset the password", AdminState.reset_password(user["id"])),
            rx.cond(
                user["is_administrator"],
                _button("Take the administration away", AdminState.make_administrator(user["id"], False)),
                _button("Make an administrator", AdminState.make_administrator(user["id"], True)),
            ),
            _delete(user),
            class_name="flex flex-wrap gap-2 pt-3",
        ),
        class_name="manage",
    )


def _delete(user: Any) -> rx.Component:
    return rx.el.div(
        danger(
            "Delete this user…",
            "Their chats, API tokens and sessions go for good. What they wrote in teams stays, without their name.",
            action=rx.el.button(
                "Delete user", type="button", on_click=AdminState.delete(user["id"]), class_name="button-danger"
            ),
        ),
        class_name="w-full pt-1",
    )


def _button(words: str, event: rx.event.EventType) -> rx.Component:
    return rx.el.button(words, type="button", on_click=event, class_name="button-quiet")
