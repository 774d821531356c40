"""Thin Reflex states, one a concern: resolve the scope, call one use case, say what the page shows.

Events of a tab come in; use cases are called. No SQL, no HTTP and no prompt enters here, and no text of a
chat is kept: a state is disposable.
"""

from chat_stream.state.chat_list_state import ChatListState
from chat_stream.state.chat_state import ChatState
from chat_stream.state.composer_state import ComposerState
from chat_stream.state.keys_state import KeysState
from chat_stream.state.router_data import keep_router_data
from chat_stream.state.session_state import SessionState
from chat_stream.state.settings_state import SettingsState

__all__ = [
    "ChatListState",
    "ChatState",
    "ComposerState",
    "KeysState",
    "SessionState",
    "SettingsState",
    "keep_router_data",
]
