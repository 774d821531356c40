"""The use cases of accounts, put together on one database."""

from collections.abc import Awaitable, Callable

from chat_stream.accounts.accounts import Accounts
from chat_stream.accounts.administration import Administration
from chat_stream.accounts.api_tokens import ApiTokens
from chat_stream.accounts.installation_settings import InstallationSettings
from chat_stream.accounts.invitations import Invitations
from chat_stream.accounts.mail import Mail
from chat_stream.accounts.openid import OpenId
from chat_stream.accounts.profile import Profile
from chat_stream.accounts.provider import Provider
from chat_stream.accounts.sessions import Lifetimes
from chat_stream.accounts.teams import Teams
from chat_stream.config import Settings
from chat_stream.database import Database


class People:
    """The use cases: signing in, profiles, teams, API tokens, administration.

    Args:
        settings_changed: Called after an administrator changed a setting of the installation.
    """

    def __init__(self, database: Database, settings: Settings, settings_changed: Callable[[], Awaitable[None]]) -> None:
        self.accounts = Accounts(database, Lifetimes(settings.session_idle, settings.session_life))
        self.api_tokens = ApiTokens(database)
        self.profile = Profile(database, self.accounts.passwords)
        self.teams = Teams(database)
        self.openid = OpenId(database, self.accounts.sessions, _provider(settings))
        self.mail = Mail(settings.smtp_url, settings.mail_from)
        self.invitations = Invitations(database, self.mail, settings.public_url)
        self.administration = Administration(database, settings.public_url)
        self.installation = InstallationSettings(database, settings_changed)


def _provider(settings: Settings) -> Provider:
    redirect_uri = f"{settings.public_url}/api/openid/callback"
    secret = settings.oidc_client_secret.get_secret_value()
    return Provider(settings.oidc_issuer, settings.oidc_client_id, secret, redirect_uri)
