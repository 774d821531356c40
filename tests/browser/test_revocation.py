"""Access ends within a second while an answer streams, over real sockets: two people, a page and a program."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import httpx
import pytest
import pytest_asyncio
from sqlmodel import col, delete, select

from chat_stream.accounts.secret import hash_of
from chat_stream.database import Database
from chat_stream.models import Account, AccountKind, ApiToken, Attempt, Chat, Membership, Role, Session, User
from tests.support.eventually import eventually
from tests.support.page_store import PageStore
from tests.support.provider import Finish, ScriptedProvider
from tests.support.site import Server
from tests.support.socket_page import SocketPage
from tests.support.visitor import PASSWORD

pytestmark = pytest.mark.alone

TOLD = 1.0
"""Seconds after which nothing more may come to who lost the right to it."""


@dataclass
class Listener:
    """When something came, and all of it."""

    times: list[float] = field(default_factory=list[float])
    text: str = ""

    def hear(self, text: str) -> None:
        if text != self.text:
            self.times.append(time.monotonic())
            self.text = text

    def page(self, store: PageStore) -> None:
        self.hear("".join(shown.text for shown in store.shown().values() if shown.role == "assistant"))


@dataclass
class Scene:
    """Alice asks in a team, Bob listens, with a page and with a program."""

    server: Server
    database: Database
    provider: ScriptedProvider
    alice: Listener
    page: Listener
    program: Listener
    bob_id: str
    team: str
    chat: str
    bobs_cookie: str

    async def is_heard(self) -> None:
        await eventually(lambda: all(len(each.times) > 5 for each in (self.alice, self.page, self.program)), within=30)

    async def cuts_off(self, act: Callable[[], Awaitable[object]], *, alice_too: bool = False) -> None:
        await self.is_heard()
        await act()
        deadline = time.monotonic() + TOLD
        if alice_too:
            await asyncio.sleep(2)  # nothing is to come, so there is nothing to wait for
        else:
            await eventually(lambda: self.alice.times[-1] > deadline + 0.5, within=30)
        for listener in (self.page, self.program):
            assert listener.times[-1] < deadline


@pytest_asyncio.fixture(loop_scope="session")
async def scene(server: Server, provider: ScriptedProvider) -> AsyncIterator[Scene]:
    provider.on("long", provider.tokens_until(asyncio.Event(), 40), Finish())
    async with AsyncExitStack() as stack:
        database = Database(server.database_url)
        stack.push_async_callback(database.close)
        alice_id, alices = await sign_up(server, database, "alice")
        bob_id, bobs = await sign_up(server, database, "bob")
        team = await make_team(database, alice_id, bob_id)
        listening = Scene(server, database, provider, Listener(), Listener(), Listener(), bob_id, team, "", bobs)
        asker = SocketPage(server.port, server.url, alices, on_delta=listening.alice.page)
        await stack.enter_async_context(asker)
        listening.chat = await asker.send(f"c-{bob_id}", "A long one.", "openai/scripted")
        bobs_page = SocketPage(server.port, server.url, bobs, listening.chat, on_delta=listening.page.page)
        await stack.enter_async_context(bobs_page)
        program = asyncio.create_task(read(listening, await make_token(database, bob_id, team)))
        yield listening
        program.cancel()
        await asyncio.gather(program, return_exceptions=True)
        await asker.call("stop_all", chat_id=listening.chat)


async def test_signing_out_ends_the_page_and_not_the_program(scene: Scene):
    await scene.is_heard()
    async with httpx.AsyncClient() as http:
        headers = {"Cookie": scene.bobs_cookie, "Origin": scene.server.url}
        assert (await http.delete(f"{scene.server.url}/api/session", headers=headers)).status_code == 204
    deadline = time.monotonic() + TOLD
    await eventually(lambda: scene.program.times[-1] > deadline + 0.5, within=30)
    assert scene.page.times[-1] < deadline


@pytest.mark.parametrize("loss", ["membership", "user", "chat"])
async def test_what_no_worker_was_told_of_ends_within_a_second(scene: Scene, loss: str):
    """As another worker would do it: only the database knows."""
    statement = {
        "membership": delete(Membership).where(
            col(Membership.user_id) == scene.bob_id, col(Membership.account_id) == scene.team
        ),
        "user": delete(User).where(col(User.id) == scene.bob_id),
        "chat": delete(Chat).where(col(Chat.id) == scene.chat),
    }[loss]

    async def lose() -> None:
        async with scene.database.write_rows() as connection:
            await connection.execute(statement)

    await scene.cuts_off(lose, alice_too=loss == "chat")


async def sign_up(server: Server, database: Database, name: str) -> tuple[str, str]:
    """A new person's id, and their session's cookie."""
    fields = {"name": name, "email": f"{name}{time.monotonic_ns()}@example.com", "password": PASSWORD}
    async with httpx.AsyncClient() as http:
        answer = await http.post(f"{server.url}/api/users", json=fields, headers={"Origin": server.url})
    token = answer.cookies["chat_stream_session"]
    async with database.read() as session:
        user_id = (await session.exec(select(Session.user_id).where(Session.token_hash == hash_of(token)))).one()
    return user_id, f"chat_stream_session={token}"


async def make_team(database: Database, *user_ids: str) -> str:
    """A team that all of them act in."""
    async with database.write() as session:
        team = Account(name="The team", kind=AccountKind.TEAM)
        session.add(team)
        await session.flush()
        for user_id in user_ids:
            session.add(Membership(account_id=team.id, user_id=user_id, role=Role.OWNER))
            for mine in await session.exec(select(Session).where(Session.user_id == user_id)):
                mine.account_id = team.id
                session.add(mine)
    return team.id


async def make_token(database: Database, user_id: str, team: str) -> str:
    secret = f"secret-{user_id}"
    async with database.write() as session:
        session.add(ApiToken(token_hash=hash_of(secret), user_id=user_id, account_id=team, name="a program"))
    return secret


async def read(scene: Scene, secret: str) -> None:
    """A program of Bob's that reads the answer as it is written."""
    async with scene.database.read() as session:
        message_id = (await session.exec(select(Attempt.message_id).where(Attempt.chat_id == scene.chat))).one()
    url = f"{scene.server.url}/api/messages/{message_id}/stream?offset=-1&live=sse"
    headers = {"Authorization": f"Bearer {secret}"}
    async with (
        httpx.AsyncClient(follow_redirects=True, timeout=60) as http,
        http.stream("GET", url, headers=headers) as answer,
    ):
        async for line in answer.aiter_lines():
            scene.program.hear(scene.program.text + line)
