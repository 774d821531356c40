"""A team: its members, its invitations, and what this person may do there."""

from typing import Any, ClassVar, TypedDict

import reflex as rx

from chat_stream.accounts import Member, Team
from chat_stream.models import Act, Invitation, NotFound, Role, Scope
from chat_stream.models.permission import GRANTS, may
from chat_stream.state.page.initials import initials_of
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import scope_of, team_in_address
from chat_stream.state.session_state import SessionState
from chat_stream.texts import Text, language_of
from chat_stream.worker import worker
from reflex_object_deltas import ObjectMap, emit

LINK = "link"


class MemberEntry(TypedDict):
    """A member of the team. `roles` are those that this person may give them; empty if they may give none."""

    user_id: str
    name: str
    initials: str
    email: str
    role: str
    roles: list[str]
    is_me: bool
    can_be_removed: bool


class InvitationEntry(TypedDict):
    """An unused invitation; the time is ISO 8601."""

    id: str
    email: str
    role: str
    expires_at: str


class LinkEntry(TypedDict):
    """A new link, which is shown only once."""

    address: str
    about: str


class TeamState(rx.State):
    """A new link is sent to the page's own store and never held here, because states are stored."""

    new_links: ClassVar[ObjectMap[LinkEntry]] = ObjectMap("new_links", LinkEntry)

    name: str = ""
    role: str = ""
    members: list[MemberEntry] = []
    invitations: list[InvitationEntry] = []
    grants: list[str] = []
    can_rename: bool = False
    can_invite: bool = False
    can_delete: bool = False
    can_hand_over: bool = False
    has_mail: bool = False
    is_missing: bool = False
    notice: str = ""

    @rx.event
    async def open(self):
        """On load: the team in the address."""
        await emit(self.new_links.delete(LINK))
        self.reset()
        try:
            await self._show(await self._scope())
        except NotFound:
            self.is_missing = True

    @rx.event
    async def create(self, form: dict[str, Any]):
        """Creates a team and opens its page."""
        with refusals_shown(self):
            team_id = await worker().people.teams.create(await scope_of(self), str(form.get("name", "")))
            return rx.redirect(f"/teams/{team_id}")
        return None

    @rx.event
    async def rename(self, form: dict[str, Any]):
        """Gives the team another name."""
        with refusals_shown(self):
            scope = await self._scope()
            await worker().people.teams.rename(scope, str(form.get("name", "")))
            await self._show(scope)
        return SessionState.enter

    @rx.event
    async def invite(self, form: dict[str, Any]):
        """Makes an invitation link and shows it once. If there is a mail server, the link is sent."""
        with refusals_shown(self):
            scope = await self._scope()
            role, email = _role(form.get("role", Role.MEMBER)), str(form.get("email", ""))
            made = await worker().people.invitations.invite(scope, role, email, await self._language())
            await self._show(scope)
            is_sent = email.strip() and self.has_mail and not made.problem
            about = Text("link-sent", email=email.strip()) if is_sent else made.problem or Text("link-hand-over")
            link = LinkEntry(address=worker().people.invitations.link(made.token), about=about.said)
            await emit(self.new_links.set(LINK, link))

    @rx.event
    async def withdraw(self, invitation_id: str):
        """Withdraws an invitation."""
        with refusals_shown(self):
            scope = await self._scope()
            await worker().people.invitations.withdraw(scope, invitation_id)
            await self._show(scope)
            await emit(self.new_links.delete(LINK))

    @rx.event
    async def change_role(self, user_id: str, role: str):
        """Changes a member's role."""
        with refusals_shown(self):
            scope = await self._scope()
            await worker().people.teams.change_role(scope, user_id, _role(role))
            await self._show(scope)

    @rx.event
    async def hand_over(self, user_id: str):
        """Makes a member the owner, and this person an admin."""
        with refusals_shown(self):
            scope = await self._scope()
            await worker().people.teams.hand_over(scope, user_id)
            await self._show(scope)

    @rx.event
    async def remove(self, user_id: str):
        """Removes a member from the team."""
        with refusals_shown(self):
            scope = await self._scope()
            await worker().people.teams.remove(scope, user_id)
            await self._show(scope)

    @rx.event
    async def leave(self):
        """Lets this person leave the team."""
        with refusals_shown(self):
            await worker().people.teams.leave(await self._scope())
            return rx.redirect("/settings")
        return None

    @rx.event
    async def delete(self):
        """Deletes the team with its chats."""
        with refusals_shown(self):
            await worker().people.teams.delete(await self._scope())
            return rx.redirect("/settings")
        return None

    async def _language(self) -> str:
        """The language of this person, in which mail to others is written, too."""
        session = await self.get_state(SessionState)
        return language_of(self.router.headers.accept_language, session.language)

    async def _scope(self) -> Scope:
        return await scope_of(self, account_id=team_in_address(self) or "-")

    async def _show(self, scope: Scope) -> None:
        team = await worker().people.teams.find(scope)
        self.name, self.role = team.name, team.role.value
        self.grants = [role.value for role in (Role.MEMBER, Role.ADMIN, Role.OWNER) if role in GRANTS[team.role]]
        self.members = [_member(member, team, scope) for member in team.members]
        self.invitations = [_invitation(open_) for open_ in await worker().people.invitations.open(scope)]
        self.can_rename, self.can_invite = may(team.role, Act.RENAME), may(team.role, Act.INVITE)
        self.can_delete, self.can_hand_over = may(team.role, Act.DELETE), may(team.role, Act.HAND_OVER)
        self.has_mail = worker().people.mail.is_there


def _role(value: Any) -> Role:
    return Role(value) if value in set(Role) else Role.MEMBER


def _member(member: Member, team: Team, scope: Scope) -> MemberEntry:
    is_me = member.user_id == scope.user_id
    is_reached = member.role in GRANTS[team.role]
    can_change = is_reached and may(team.role, Act.CHANGE_ROLE)
    roles = [role.value for role in (Role.MEMBER, Role.ADMIN, Role.OWNER) if role in GRANTS[team.role]]
    return MemberEntry(
        user_id=member.user_id,
        name=member.name,
        initials=initials_of(member.name),
        email=member.email,
        role=member.role.value,
        roles=roles if can_change else [],
        is_me=is_me,
        can_be_removed=is_reached and not is_me and may(team.role, Act.REMOVE),
    )


def _invitation(invitation: Invitation) -> InvitationEntry:
    return InvitationEntry(
        id=invitation.id,
        email=invitation.email,
        role=invitation.role,
        expires_at=invitation.expires_at.isoformat(),
    )
