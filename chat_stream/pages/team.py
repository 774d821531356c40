"""The page of a team: its members, its invitations, its name."""

import reflex as rx

from chat_stream.components.base.notice import notice
from chat_stream.components.frame.not_found import not_found
from chat_stream.components.frame.page_with_sidebar import page_with_sidebar
from chat_stream.components.settings.provider_keys import provider_keys
from chat_stream.components.team.invitations import invitations
from chat_stream.components.team.members import members
from chat_stream.components.team.team_settings import team_settings
from chat_stream.state import TeamState
from chat_stream.texts.page import text


def team_page() -> rx.Component:
    return page_with_sidebar(
        rx.cond(TeamState.name, TeamState.name, text("team")),
        rx.cond(
            TeamState.is_missing,
            not_found(),
            rx.fragment(notice(TeamState.notice), members(), invitations(), provider_keys(), team_settings()),
        ),
    )
