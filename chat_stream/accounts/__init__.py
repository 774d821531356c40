"""Users signing up, in and out, their teams, their programs' tokens, and the scopes of sessions and tokens.

Names, addresses and passwords come in; tokens and scopes come out. No page and no HTTP request enters here.
"""

from chat_stream.accounts.accounts import Accounts
from chat_stream.accounts.administration import Administration
from chat_stream.accounts.api_tokens import ApiTokens, NewToken
from chat_stream.accounts.device import device_of
from chat_stream.accounts.installation_settings import InstallationSettings
from chat_stream.accounts.invitations import Invitations, NewInvitation, Offer
from chat_stream.accounts.mail import Mail
from chat_stream.accounts.openid import OpenId
from chat_stream.accounts.own_page import leading_to, own_page
from chat_stream.accounts.people import People
from chat_stream.accounts.profile import MyAccount, Profile
from chat_stream.accounts.provider import Pending, Provider
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.session_header import SESSION_HEADER
from chat_stream.accounts.sessions import Lifetimes, Proof, Sessions
from chat_stream.accounts.teams import Member, Team, Teams

__all__ = [
    "SESSION_HEADER",
    "Accounts",
    "Administration",
    "ApiTokens",
    "InstallationSettings",
    "Invitations",
    "Lifetimes",
    "Mail",
    "Member",
    "MyAccount",
    "NewInvitation",
    "NewToken",
    "Offer",
    "OpenId",
    "Pending",
    "People",
    "Profile",
    "Proof",
    "Provider",
    "Rejected",
    "Sessions",
    "Team",
    "Teams",
    "device_of",
    "leading_to",
    "own_page",
]
