"""The pages: each puts components together and holds nothing else."""

import reflex as rx

from chat_stream.pages.chat import chat_page
from chat_stream.pages.not_found import not_found_page
from chat_stream.pages.settings import settings_page
from chat_stream.pages.sign_in import sign_in_page, sign_up_page
from chat_stream.state import ChatState, KeysState, SessionState, SettingsState

TITLE = "chat_stream"


def add_pages(app: rx.App) -> None:
    """Says which page is at which address, and what happens when it is opened."""
    opened = [SessionState.enter, ChatState.open]
    app.add_page(chat_page, route="/", title=TITLE, on_load=opened)
    app.add_page(chat_page, route="/chat/[chat_id]", title=TITLE, on_load=opened)
    app.add_page(
        settings_page,
        route="/settings",
        title=f"Settings · {TITLE}",
        on_load=[SessionState.enter, KeysState.open, SettingsState.open],
    )
    app.add_page(sign_in_page, route="/sign-in", title=f"Sign in · {TITLE}", on_load=SessionState.greet)
    app.add_page(sign_up_page, route="/sign-up", title=f"Create account · {TITLE}", on_load=SessionState.greet)
    app.add_page(not_found_page, route="404", title=f"Not found · {TITLE}")
