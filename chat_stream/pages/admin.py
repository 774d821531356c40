"""The administration page: one section after the other."""

import reflex as rx

from chat_stream.components.admin.audit_log import audit_log
from chat_stream.components.admin.installation import installation
from chat_stream.components.admin.running_generations import running_generations
from chat_stream.components.admin.users import users
from chat_stream.components.base.notice import notice
from chat_stream.components.frame.not_found import not_found
from chat_stream.components.frame.page_with_sidebar import page_with_sidebar
from chat_stream.state import AdminState
from chat_stream.texts.page import text


def admin_page() -> rx.Component:
    return page_with_sidebar(
        text("admin"),
        rx.cond(
            AdminState.is_missing,
            not_found(),
            rx.fragment(notice(AdminState.notice), running_generations(), users(), installation(), audit_log()),
        ),
    )
