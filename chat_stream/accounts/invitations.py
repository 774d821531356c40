"""The use cases of invitations: make a link, send it, withdraw it, look it up, accept it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from chat_stream.accounts.fields import checked_email
from chat_stream.accounts.mail import Mail
from chat_stream.accounts.rejected import Rejected
from chat_stream.accounts.secret import hash_of, new_secret
from chat_stream.accounts.teams import permit
from chat_stream.database import Database
from chat_stream.models import (
    Account,
    Act,
    AuditEntry,
    Event,
    Invitation,
    Membership,
    NotFound,
    Role,
    Scope,
    Session,
    User,
    read_for,
    write_for,
)
from chat_stream.models.permission import NotAllowed, check
from chat_stream.texts import DEFAULT, Text

MOST_INVITATIONS = 100
"""The most open invitations of one team."""


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """A new invitation. `token` can't be read again later."""

    id: str
    token: str
    problem: Text | None = None
    """The reason why it couldn't be sent by mail. The link works anyway."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The team and role that an invitation offers, for whoever has the link."""

    team: str
    invited_by: str
    role: Role


class Invitations:
    """The use cases. A link is for one person, and whoever has it may use it, so the database has only its hash."""

    def __init__(self, database: Database, mail: Mail, public_url: str) -> None:
        self._database = database
        self._mail = mail
        self._public_url = public_url

    def link(self, token: str) -> str:
        return f"{self._public_url}/invite/{token}"

    async def invite(self, scope: Scope, role: Role, email: str = "", language: str = DEFAULT) -> NewInvitation:
        """Makes a link. If there is an address and a mail server, the link is sent, in the given language.

        Raises:
            NotFound: There is no such team for this scope.
            NotAllowed: The asker's role doesn't invite, or not to this role.
            Rejected: The address can't be taken, or there are too many invitations.
        """
        email = checked_email(email) if email.strip() else ""
        token = new_secret()
        async with write_for(self._database, scope) as session:
            await permit(session, scope, Act.INVITE, role)
            if len(await Invitation.of_account(session, scope.account_id)) >= MOST_INVITATIONS:
                raise Rejected("email", Text("refused-invitations", most=MOST_INVITATIONS))
            invitation = Invitation(
                token_hash=hash_of(token),
                account_id=scope.account_id,
                invited_by=scope.user_id,
                email=email,
                role=role,
            )
            session.add(invitation)
            team = await session.get_one(Account, scope.account_id)
            host = await session.get_one(User, scope.user_id)
            about = {"actor_id": scope.user_id, "account_id": scope.account_id, "detail": role.value}
            AuditEntry.record(session, Event.INVITED, **about)
        problem = await self._send(email, team.name, host.name, self.link(token), language) if email else None
        return NewInvitation(invitation.id, token, problem)

    async def open(self, scope: Scope) -> Sequence[Invitation]:
        """The team's open invitations, the newest first; none for members who can't invite.

        Raises:
            NotFound: There is no such team for this scope.
        """
        async with read_for(self._database, scope) as session:
            try:
                await permit(session, scope, Act.INVITE)
            except NotAllowed:
                return []
            return await Invitation.of_account(session, scope.account_id)

    async def withdraw(self, scope: Scope, invitation_id: str) -> None:
        """Makes a link invalid.

        Raises:
            NotFound: There is no such invitation of this team.
            NotAllowed: The asker's role doesn't allow it.
        """
        async with write_for(self._database, scope) as session:
            role = await permit(session, scope, Act.INVITE)
            check(role, Act.INVITE, await Invitation.end(session, scope.account_id, invitation_id))
            about = {"actor_id": scope.user_id, "account_id": scope.account_id}
            AuditEntry.record(session, Event.INVITATION_WITHDRAWN, **about)

    async def look(self, token: str) -> Offer:
        """The offer behind a link.

        Raises:
            NotFound: Nowhere: it ran out, was used or was withdrawn.
        """
        async with self._database.read() as session:
            invitation = await Invitation.with_hash(session, hash_of(token))
            team = await session.get_one(Account, invitation.account_id)
            host = await session.get(User, invitation.invited_by) if invitation.invited_by else None
        return Offer(team.name, host.name if host else "", Role(invitation.role))

    async def accept(self, scope: Scope, token: str) -> str:
        """Makes the asker a member and switches them to the team. Returns the team's id.

        Somebody who already belongs to the team keeps their role and doesn't use the link up.

        Raises:
            NotFound: The scope doesn't hold any more, or the link leads nowhere.
        """
        async with write_for(self._database, scope) as session:
            invitation = await Invitation.with_hash(session, hash_of(token))
            team_id = invitation.account_id
            await Account.lock(session, team_id)
            if not await _belongs(session, team_id, scope.user_id):
                role = await Invitation.end(session, team_id, invitation.id)
                session.add(Membership(account_id=team_id, user_id=scope.user_id, role=role))
                about = {"actor_id": scope.user_id, "account_id": team_id, "detail": role.value}
                AuditEntry.record(session, Event.JOINED, **about)
                await session.flush()
            await Session.remember(session, Scope(scope.user_id, team_id, scope.grant_id))
        return team_id

    async def _send(self, email: str, team: str, host: str, link: str, language: str) -> Text | None:
        """Sends the invitation. Returns the reason if that failed, or None, also if there is no mail server."""
        subject = Text("mail-invitation-subject", host=host, team=team).in_language(language)
        text = Text("mail-invitation", host=host, team=team, link=link).in_language(language)
        return await self._mail.send(email, subject, f"{text}\n")


async def _belongs(session: AsyncSession, account_id: str, user_id: str) -> bool:
    try:
        await Membership.find(session, account_id, user_id)
    except NotFound:
        return False
    return True
