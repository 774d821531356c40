"""The pages: each puts components together and holds nothing else."""

import reflex as rx

from chat_stream.components.chat.tab_title import chat_tab, team_tab
from chat_stream.pages.admin import admin_page
from chat_stream.pages.chat import chat_page
from chat_stream.pages.invitation import invitation_page
from chat_stream.pages.not_found import not_found_page
from chat_stream.pages.reset import reset_page
from chat_stream.pages.settings import settings_page
from chat_stream.pages.sign_in import sign_in_page, sign_up_page
from chat_stream.pages.team import team_page
from chat_stream.state import (
    AdminState,
    ChatState,
    GenerationsState,
    InvitationState,
    KeysState,
    ProfileState,
    SessionState,
    SettingsState,
    TeamState,
)
from chat_stream.texts.page import text


def add_pages(app: rx.App) -> None:
    """Adds each page at its address, with the events of its loading."""
    app.add_page(chat_page, route="/", title=chat_tab(), on_load=ChatState.open)
    app.add_page(chat_page, route="/chat/[chat_id]", title=chat_tab(), on_load=ChatState.open)
    app.add_page(
        settings_page,
        route="/settings",
        title=text("settings-page"),
        on_load=[SessionState.enter, ProfileState.open, KeysState.open, SettingsState.open],
    )
    app.add_page(
        team_page,
        route="/teams/[team_id]",
        title=team_tab(),
        on_load=[SessionState.enter, TeamState.open, KeysState.open],
    )
    app.add_page(
        admin_page,
        route="/admin",
        title=text("admin-page"),
        on_load=[SessionState.enter, AdminState.open, GenerationsState.watch],
    )
    app.add_page(invitation_page, route="/invite/[token]", title=text("invitation-page"), on_load=InvitationState.open)
    app.add_page(reset_page, route="/reset/[token]", title=text("reset-page"))
    app.add_page(sign_in_page, route="/sign-in", title=text("sign-in-page"), on_load=SessionState.greet)
    app.add_page(sign_up_page, route="/sign-up", title=text("sign-up-page"), on_load=SessionState.greet)
    app.add_page(not_found_page, route="404", title=text("not-found-page"))
