"""Thin Reflex states, one for each concern: resolve the scope, call one use case, assign what the page shows.

A tab's events come in and use cases are called. No SQL, no HTTP and no prompt enters here. No text of a chat is kept: a
state is disposable.
"""

from chat_stream.state.admin_state import AdminState
from chat_stream.state.chat_list_state import ChatListState
from chat_stream.state.chat_state import ChatState
from chat_stream.state.composer_state import ComposerState
from chat_stream.state.entry_state import EntryState
from chat_stream.state.generations_state import GenerationsState
from chat_stream.state.invitation_state import InvitationState
from chat_stream.state.keys_state import KeysState
from chat_stream.state.parameters_state import ParametersState
from chat_stream.state.profile_state import ProfileState
from chat_stream.state.queue_state import QueueState
from chat_stream.state.session_state import SessionState
from chat_stream.state.settings_state import SettingsState
from chat_stream.state.team_state import TeamState

__all__ = [
    "AdminState",
    "ChatListState",
    "ChatState",
    "ComposerState",
    "EntryState",
    "GenerationsState",
    "InvitationState",
    "KeysState",
    "ParametersState",
    "ProfileState",
    "QueueState",
    "SessionState",
    "SettingsState",
    "TeamState",
]
