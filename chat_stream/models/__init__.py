"""The tables, one in each file, with the queries and verbs that belong to them.

A verb takes the session of a transaction that its caller opened, so that several verbs commit as one.
Nothing here knows a provider, a stream's viewers or a page.
"""

from chat_stream.models.account import Account, AccountKind
from chat_stream.models.api_token import ApiToken
from chat_stream.models.attempt import Attempt, Ending, Status
from chat_stream.models.audit_entry import AuditEntry, Event
from chat_stream.models.branches import (
    BEGINNING,
    Branches,
    Place,
    end_of_branch,
    followed_by,
    locked_branches,
    places_since,
)
from chat_stream.models.chat import Chat, TitleFrom
from chat_stream.models.chore import Chore
from chat_stream.models.counts import Counts, Total
from chat_stream.models.grant import read_for, valid_scopes, write_for
from chat_stream.models.identity import Identity
from chat_stream.models.installation import Installation
from chat_stream.models.invitation import Invitation
from chat_stream.models.journal_entry import JournalEntry
from chat_stream.models.listing import Listed, Listing, ListPlace
from chat_stream.models.membership import Membership
from chat_stream.models.message import Message, MessageRole
from chat_stream.models.parameters import Parameters
from chat_stream.models.password_reset import PasswordReset
from chat_stream.models.permission import Act, NotAllowed, Role
from chat_stream.models.provider_key import ProviderKey
from chat_stream.models.queued_question import QueuedQuestion
from chat_stream.models.reading import Reading
from chat_stream.models.scope import Deleted, NotFound, Revoked, Scope
from chat_stream.models.session import Session
from chat_stream.models.user import User

__all__ = [
    "BEGINNING",
    "Account",
    "AccountKind",
    "Act",
    "ApiToken",
    "Attempt",
    "AuditEntry",
    "Branches",
    "Chat",
    "Chore",
    "Counts",
    "Deleted",
    "Ending",
    "Event",
    "Identity",
    "Installation",
    "Invitation",
    "JournalEntry",
    "ListPlace",
    "Listed",
    "Listing",
    "Membership",
    "Message",
    "MessageRole",
    "NotAllowed",
    "NotFound",
    "Parameters",
    "PasswordReset",
    "Place",
    "ProviderKey",
    "QueuedQuestion",
    "Reading",
    "Revoked",
    "Role",
    "Scope",
    "Session",
    "Status",
    "TitleFrom",
    "Total",
    "User",
    "end_of_branch",
    "followed_by",
    "locked_branches",
    "places_since",
    "read_for",
    "valid_scopes",
    "write_for",
]
