"""The users of an installation."""

from typing import Any

import reflex as rx

from chat_stream.components.base.avatar import avatar
from chat_stream.components.base.irreversible import irreversible
from chat_stream.components.base.new_link import new_link
from chat_stream.components.base.section import section
from chat_stream.state import AdminState
from chat_stream.texts.page import text


def users() -> rx.Component:
    return section(
        text("users"),
        "users",
        new_link(),
        rx.el.ul(rx.foreach(AdminState.users, _user), aria_labelledby="users", class_name="rows"),
        rx.cond(
            AdminState.has_more_users,
            rx.el.button(text("users-more"), type="button", on_click=AdminState.more_users, class_name="button-quiet"),
        ),
    )


def _user(user: Any) -> rx.Component:
    return rx.el.li(
        avatar(user["initials"]),
        rx.el.div(
            rx.el.p(
                rx.cond(user["is_me"], text("members-me", name=user["name"]), user["name"]),
                class_name="truncate text-sm font-medium",
            ),
            rx.el.p(user["email"], class_name="truncate text-xs text-muted-foreground"),
            class_name="min-w-0 flex-1 basis-40",
        ),
        rx.cond(user["is_administrator"], rx.el.span(text("users-administrator"), class_name="badge")),
        rx.cond(user["is_disabled"], rx.el.span(text("users-disabled"), class_name="badge text-danger")),
        rx.cond(user["is_me"], rx.fragment(), _actions(user)),
        class_name="row flex-wrap",
    )


def _actions(user: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            text("users-manage"), aria_label=text("users-manage-whom", name=user["name"]), class_name="button-quiet"
        ),
        rx.el.div(
            rx.cond(
                user["is_disabled"],
                _button(text("users-enable"), AdminState.enable(user["id"])),
                _button(text("users-disable"), AdminState.disable(user["id"])),
            ),
            _button(text("users-reset"), AdminState.reset_password(user["id"])),
            rx.cond(
                user["is_administrator"],
                _button(text("users-unmake"), AdminState.make_administrator(user["id"], False)),
                _button(text("users-make"), AdminState.make_administrator(user["id"], True)),
            ),
            _delete(user),
            class_name="flex flex-wrap gap-2 pt-3",
        ),
        class_name="manage",
    )


def _delete(user: Any) -> rx.Component:
    return rx.el.div(
        irreversible(
            text("users-delete"),
            text("users-delete-what"),
            action=rx.el.button(
                text("users-delete-now"),
                type="button",
                on_click=AdminState.delete(user["id"]),
                class_name="button-danger",
            ),
        ),
        class_name="w-full pt-1",
    )


def _button(words: rx.Var[str], event: rx.event.EventType) -> rx.Component:
    return rx.el.button(words, type="button", on_click=event, class_name="button-quiet")
