"""Every way in, for everybody, with ids that belong to others: only what `docs/security.md` allows passes."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from chat_stream.api import api
from chat_stream.worker import Worker
from tests.security.documented import table
from tests.security.world import SECRET, World, make_world
from tests.support.backing import SQLITE, only_on
from tests.support.matrix import Keepsake, call, handlers, rows_of
from tests.support.model import ScriptedModel

WAYS_IN = table("way in")
PEOPLE = list(next(iter(WAYS_IN.values())))

Arguments = Callable[[World], tuple[Any, ...]]


def nothing(_: World) -> tuple[Any, ...]:
    return ()


# What each event handler is called with, and at which address.
CALLS: dict[str, tuple[str, Arguments]] = {
    "SessionState.enter": ("/settings", nothing),
    "SessionState.greet": ("/sign-in", nothing),
    "SessionState.switch": ("/", lambda w: (w.team,)),
    "ChatListState.follow": ("/", lambda w: (w.team, 0, {}, 1)),
    "ChatListState.reach_further": ("/", lambda w: ("list", "")),
    "ChatListState.find": ("/", lambda w: (SECRET,)),
    "EntryState.rename": ("/", lambda w: (w.chat, "Another title")),
    "EntryState.pin": ("/", lambda w: (w.chat, True)),
    "EntryState.archive": ("/", lambda w: (w.chat, True)),
    "EntryState.delete": ("/", lambda w: (w.chat,)),
    "EntryState.bring_back": ("/", lambda w: (w.deleted_chat, False)),
    "EntryState.read": ("/", lambda w: (w.chat,)),
    "ChatState.open": ("/chat/{chat}", nothing),
    "ChatState.follow": ("/chat/{chat}", lambda w: (w.chat, 0, {}, 1)),
    "ChatState.reach": ("/chat/{chat}", lambda w: ([w.stopped],)),
    "ChatState.lose": ("/chat/{chat}", nothing),
    "ChatState.retry": ("/chat/{chat}", lambda w: (w.stopped,)),
    "ChatState.go_on": ("/chat/{chat}", lambda w: (w.stopped,)),
    "ChatState.regenerate": ("/chat/{chat}", lambda w: (w.stopped,)),
    "ChatState.choose": ("/chat/{chat}", lambda w: (w.stopped,)),
    "ChatState.go_on_with": ("/chat/{chat}", lambda w: (w.stopped,)),
    "ChatState.stop": ("/chat/{chat}", lambda w: (w.live,)),
    "ChatState.stop_all": ("/chat/{chat}", lambda w: (w.chat,)),
    "QueueState.send_now": ("/chat/{chat}", lambda w: (w.waiting,)),
    "QueueState.take_back": ("/chat/{chat}", lambda w: (w.waiting,)),
    "ComposerState.show_offer": ("/chat/{chat}", nothing),
    "ComposerState.choose_model": ("/chat/{chat}", lambda w: (w.chat, "demo")),
    "ComposerState.begin_temporary": ("/", lambda w: ("a-client", w.team)),
    "ComposerState.send": ("/", lambda w: ("", "a-client", "Hello?", "demo", w.team)),
    "ComposerState.edit": ("/chat/{chat}", lambda w: (w.question, "a-client", "Hello?", "demo")),
    "ParametersState.save": ("/chat/{chat}", lambda w: (w.chat, {"system_prompt": "Be brief."})),
    "SettingsState.open": ("/settings", nothing),
    "SettingsState.create_token": ("/settings", lambda w: ({"name": "mine"},)),
    "SettingsState.revoke_token": ("/settings", lambda w: (w.token,)),
    "KeysState.open": ("/teams/{team}", nothing),
    "KeysState.store": ("/teams/{team}", lambda w: ({"provider": "anthropic", "key": "sk-12345678"},)),
    "KeysState.remove": ("/teams/{team}", lambda w: (w.key,)),
    "ProfileState.open": ("/settings", nothing),
    "ProfileState.rename": ("/settings", lambda w: ({"name": "Somebody else"},)),
    "ProfileState.choose_language": ("/settings", lambda w: ("de",)),
    "ProfileState.change_password": ("/settings", lambda w: ({"old": "correct horse", "new": "another horse"},)),
    "ProfileState.end_session": ("/settings", lambda w: (w.session,)),
    "ProfileState.sign_out_everywhere": ("/settings", nothing),
    "ProfileState.delete": ("/settings", lambda w: ({"password": "correct horse"},)),
    "TeamState.open": ("/teams/{team}", nothing),
    "TeamState.create": ("/settings", lambda w: ({"name": "Ours"},)),
    "TeamState.rename": ("/teams/{team}", lambda w: ({"name": "Ours"},)),
    "TeamState.invite": ("/teams/{team}", lambda w: ({"role": "member"},)),
    "TeamState.withdraw": ("/teams/{team}", lambda w: (w.invitation,)),
    "TeamState.change_role": ("/teams/{team}", lambda w: (w.victim, "admin")),
    "TeamState.hand_over": ("/teams/{team}", lambda w: (w.victim,)),
    "TeamState.remove": ("/teams/{team}", lambda w: (w.victim,)),
    "TeamState.leave": ("/teams/{team}", nothing),
    "TeamState.delete": ("/teams/{team}", nothing),
    "InvitationState.open": ("/invite/{invitation}", nothing),
    "InvitationState.accept": ("/invite/{invitation}", nothing),
    "AdminState.open": ("/admin", nothing),
    "AdminState.more_users": ("/admin", nothing),
    "AdminState.more_trail": ("/admin", nothing),
    "AdminState.disable": ("/admin", lambda w: (w.victim,)),
    "AdminState.enable": ("/admin", lambda w: (w.disabled,)),
    "AdminState.make_administrator": ("/admin", lambda w: (w.victim, True)),
    "AdminState.delete": ("/admin", lambda w: (w.victim,)),
    "AdminState.reset_password": ("/admin", lambda w: (w.victim,)),
    "AdminState.open_sign_up": ("/admin", lambda w: (False,)),
    "AdminState.allow_model": ("/admin", lambda w: ("demo", False)),
    "AdminState.choose_default": ("/admin", lambda w: ("demo",)),
    "GenerationsState.watch": ("/admin", nothing),
    "GenerationsState.stop": ("/admin", lambda w: (w.attempt,)),
}

# What each route is sent.
REQUESTS: dict[str, dict[str, str]] = {
    "POST /api/users": {"name": "New", "email": "new@example.com", "password": "correct horse"},
    "POST /api/session": {"email": f"vera-{SECRET}@example.com", "password": "wrong horse"},
    "DELETE /api/session": {},
    "GET /api/openapi.json": {},
    "GET /health/live": {},
    "GET /health/ready": {},
    "GET /metrics": {},
    "GET /api/openid": {},
    "GET /api/openid/callback": {},
    "POST /api/password": {"token": "guessed", "password": "another horse"},
    "GET /api/messages/{message_id}/stream": {},
    "GET /api/messages/{message_id}/attempts/{number}/stream": {},
}

REFUSED_BY_NAME = {("ProfileState.delete", "owner")}
"""Who is refused by a sentence that names the team: its last owner hears which team has no other."""


def routes() -> set[str]:
    found = [
        (route, method) for route in api().routes if isinstance(route, Route) for method in route.methods or {"GET"}
    ]
    return {f"{method} {route.path}" for route, method in found if method != "HEAD"}


def test_every_way_in_has_a_row_and_a_call():
    assert set(WAYS_IN) == handlers().keys() | routes()
    assert set(WAYS_IN) == CALLS.keys() | REQUESTS.keys()


@pytest.fixture
async def world(worker: Worker, model: ScriptedModel) -> World:
    return await make_world(worker, model)


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(api()), base_url="http://app") as http:
        yield http


@only_on(SQLITE)  # the use cases are tested on both databases
@pytest.mark.parametrize("who", PEOPLE)
async def test_only_what_is_documented_passes(world: World, http: httpx.AsyncClient, who: str):
    keepsake = await Keepsake.of(world.worker)
    wrong: list[str] = []
    for way_in, allowed in WAYS_IN.items():
        if await passes(world, http, way_in, who) != allowed[who]:
            wrong.append(f"{way_in} {'is refused' if allowed[who] else 'passes'}")
        await keepsake.put_back()
    assert not wrong


async def passes(world: World, http: httpx.AsyncClient, way_in: str, who: str) -> bool:
    """Whether it changed something, or told something of the team."""
    before = await rows_of(world.worker)
    if way_in in CALLS:
        told = await _called(world, way_in, who)
    else:
        told = await _requested(world, http, way_in, who)
    is_told = SECRET in told and (way_in, who) not in REFUSED_BY_NAME
    return is_told or await rows_of(world.worker) != before


async def _called(world: World, way_in: str, who: str) -> str:
    path, arguments = CALLS[way_in]
    session_id = world.people[who].scope.grant_id if who in world.people else ""
    return await call(way_in, session_id, path.format_map(vars(world)), *arguments(world))


async def _requested(world: World, http: httpx.AsyncClient, way_in: str, who: str) -> str:
    method, _, path = way_in.partition(" ")
    http.cookies.clear()
    if who in world.people:
        http.cookies.set("chat_stream_session", world.people[who].token)
    address = path.format(message_id=world.stopped, number=1)
    answer = await http.request(method, address, json=REQUESTS[way_in], follow_redirects="messages" in address)
    assert answer.status_code != 500
    return answer.text
