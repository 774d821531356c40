"""The sidebar: new chat, the list of chats, the signed-in user."""

import reflex as rx

from chat_stream.components.account.account_picker import account_picker
from chat_stream.components.account.admin_link import admin_link
from chat_stream.components.account.settings_link import settings_link
from chat_stream.components.account.sign_out import sign_out
from chat_stream.components.base.avatar import avatar
from chat_stream.components.base.link import link
from chat_stream.components.frame.keyboard import keyboard
from chat_stream.scripts import script
from chat_stream.state import SessionState
from chat_stream.texts.page import text

SIDEBAR_ID = "sidebar"


class Sidebar(rx.Component):
    """A popover that the header opens on a narrow page; always visible on a wide page."""

    library = script("components/frame/sidebar.jsx")
    tag = "Sidebar"


def sidebar(chats: rx.Component) -> rx.Component:
    return Sidebar.create(
        account_picker(),
        rx.el.div(
            link(
                rx.icon("square-pen", size=16),
                text("side-new-chat"),
                to="/",
                class_name="button-quiet flex-1 justify-start",
            ),
            keyboard(),
            class_name="mx-3 mt-3 mb-2 flex items-center gap-1",
        ),
        chats,
        rx.el.div(
            avatar(SessionState.initials),
            rx.el.div(
                rx.el.p(SessionState.name, class_name="truncate text-sm font-medium"),
                rx.el.p(SessionState.email, class_name="truncate text-xs text-muted-foreground"),
                class_name="min-w-0 flex-1",
            ),
            rx.el.div(admin_link(), settings_link(), sign_out(), class_name="flex"),
            class_name="flex items-center gap-2 border-t border-border p-3",
        ),
        id=SIDEBAR_ID,
        class_name="sidebar flex-col border-e border-border bg-sidebar text-foreground",
    )
