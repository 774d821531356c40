"""The settings: what a person can set."""

import reflex as rx

from chat_stream.components.api_tokens import api_tokens
from chat_stream.components.column import column
from chat_stream.components.delete_oneself import delete_oneself
from chat_stream.components.notice import notice
from chat_stream.components.notifications import notifications
from chat_stream.components.profile import profile
from chat_stream.components.provider_keys import provider_keys
from chat_stream.components.sessions import sessions
from chat_stream.components.teams import teams
from chat_stream.state import ProfileState


def settings_page() -> rx.Component:
    return column(
        "Settings",
        profile(),
        notice(ProfileState.notice),
        teams(),
        notifications(),
        sessions(),
        provider_keys(),
        api_tokens(),
        delete_oneself(),
    )
