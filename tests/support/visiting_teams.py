"""Teams of visitors, made where the server keeps them: one test makes one as people do."""

from sqlmodel import col, select

from chat_stream.database import Database
from chat_stream.models import Account, AccountKind, Membership, Role, Session, User
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor


async def together(server: Server, ada: Visitor, bob: Visitor) -> tuple[Tab, Tab]:
    """A tab of each of them, acting in Ada's team Engines, of which Bob is a member."""
    database = Database(server.database_url)
    await _make_team(database, {ada.email: Role.OWNER, bob.email: Role.MEMBER})
    await database.close()
    return await ada.tab(), await bob.tab()


async def _make_team(database: Database, roles: dict[str, Role]) -> None:
    async with database.write() as session:
        team = Account(name="Engines", kind=AccountKind.TEAM)
        session.add(team)
        await session.flush()
        for user in (await session.exec(select(User).where(col(User.email).in_(roles)))).all():
            session.add(Membership(account_id=team.id, user_id=user.id, role=roles[user.email]))
            for signed_in in await session.exec(select(Session).where(Session.user_id == user.id)):
                signed_in.account_id = team.id
                session.add(signed_in)
