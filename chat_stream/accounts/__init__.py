"""People signing up, in and out, the tokens of their programs, and who a session or a token speaks for.

Names, addresses and passwords come in; tokens and scopes come out. No page and no HTTP request enters here.
"""

from chat_stream.accounts.accounts import Accounts, Rejected
from chat_stream.accounts.api_tokens import ApiTokens, NewToken
from chat_stream.accounts.session_header import SESSION_HEADER

__all__ = ["SESSION_HEADER", "Accounts", "ApiTokens", "NewToken", "Rejected"]
