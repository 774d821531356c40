"""People signing up, in and out, and who a session speaks for.

Names, addresses and passwords come in; tokens and scopes come out. No page and no HTTP request enters here.
"""

from chat_stream.accounts.accounts import Accounts, Rejected
from chat_stream.accounts.session_header import SESSION_HEADER

__all__ = ["SESSION_HEADER", "Accounts", "Rejected"]
