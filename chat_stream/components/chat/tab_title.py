"""The titles of tabs: a chat's title, with a mark for what happens in it."""

from typing import Any

import reflex as rx
from reflex_base.utils.imports import ImportVar
from reflex_base.vars import VarData

from chat_stream.components.chat.chat_title import chat_title
from chat_stream.components.page.route import chat_in_address
from chat_stream.scripts import script
from chat_stream.state import ChatState, TeamState
from chat_stream.texts.page import text

APP = "chat_stream"

_SCRIPT = script("components/chat/tab_mark.js")


def chat_tab() -> Any:
    """The tab of a chat or a new chat. Until its title is known, it is only the app's name."""
    chat_id = chat_in_address()
    is_missing = chat_id.to(bool) & (ChatState.missing == chat_id)
    title = rx.cond(is_missing, text("not-found-title"), chat_title())
    return rx.cond(title, text("tab-title", title=title, mark=_mark()), APP)


def team_tab() -> Any:
    return rx.cond(TeamState.name, text("tab-title", title=TeamState.name, mark="none"), text("team-page"))


def _mark() -> rx.Var[str]:
    """The mark. It is a hook."""
    data = VarData(imports={_SCRIPT: [ImportVar(tag="useTabMark")]}, hooks={"const tabMark = useTabMark();": None})
    return rx.Var("tabMark", _var_type=str, _var_data=data).guess_type()
