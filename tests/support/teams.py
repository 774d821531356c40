"""Teams of people in tests."""

from dataclasses import replace

from chat_stream.models import Role, Scope
from tests.support.people import Person


async def in_team(owner: Person, *others: tuple[Person, Role], name: str = "The team") -> str:
    """The owner makes a team and invites the others, who accept. Returns its id."""
    worker = owner.worker
    team_id = await worker.people.teams.create(owner.scope, name)
    for person, role in others:
        invitation = await worker.people.invitations.invite(acting_in(owner, team_id), role)
        await worker.people.invitations.accept(person.scope, invitation.token)
    return team_id


def acting_in(person: Person, account_id: str) -> Scope:
    """The person's scope in another account, whether or not it holds."""
    return replace(person.scope, account_id=account_id)


def member_of(person: Person, account_id: str) -> Person:
    """The person, acting in that account."""
    return replace(person, scope=acting_in(person, account_id))


async def roles(person: Person, team_id: str) -> dict[str, str]:
    """The roles in the team, by the members' names."""
    team = await person.worker.people.teams.find(acting_in(person, team_id))
    return {member.name: member.role.value for member in team.members}
