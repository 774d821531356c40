"""The page of a person's settings."""

import reflex as rx

from chat_stream.components.appearance.appearance import appearance, writing
from chat_stream.components.appearance.language import language
from chat_stream.components.base.notice import notice
from chat_stream.components.frame.page_with_sidebar import page_with_sidebar
from chat_stream.components.notifications.notifications import notifications
from chat_stream.components.settings.api_tokens import api_tokens
from chat_stream.components.settings.delete_account import delete_oneself
from chat_stream.components.settings.profile import profile
from chat_stream.components.settings.provider_keys import provider_keys
from chat_stream.components.settings.sessions import sessions
from chat_stream.components.settings.teams import teams
from chat_stream.state import ProfileState
from chat_stream.texts.page import text


def settings_page() -> rx.Component:
    return page_with_sidebar(
        text("settings"),
        profile(),
        notice(ProfileState.notice),
        language(),
        appearance(),
        writing(),
        teams(),
        notifications(),
        sessions(),
        provider_keys(),
        api_tokens(),
        delete_oneself(),
    )
