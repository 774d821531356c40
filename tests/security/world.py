"""A team with a chat, and everybody who could want something of it."""

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import col

from chat_stream.models import Attempt, Chat, Role, Scope, Status
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person, sign_up
from tests.support.teams import acting_in, in_team, member_of

SECRET = "zebra"
"""In the team's name, in its chat and in its members' names: who is told of it was told something."""


@dataclass
class World:
    """Ids that belong to others than those who use them, and the sessions of those who do."""

    worker: Worker
    team: str
    chat: str
    deleted_chat: str
    question: str
    waiting: str
    live: str
    stopped: str
    attempt: str
    invitation: str
    victim: str
    disabled: str
    token: str
    session: str
    key: str
    people: dict[str, Person]


async def make_world(worker: Worker, model: ScriptedModel) -> World:
    """Everybody, and a team whose chat has an answer that is being written and one that was stopped."""
    worker.offered_models.found = [
        type(worker.offered_models.offered()[0])(name, name, "") for name in ("demo", "other")
    ]
    people = await _people(worker)
    owner = people["owner"]
    victim, disabled = await sign_up(worker, f"Vera-{SECRET}"), await sign_up(worker, f"Dora-{SECRET}")
    joining = [(people["admin"], Role.ADMIN), *((each, Role.MEMBER) for each in (people["member"], victim))]
    team = await in_team(owner, *joining, (people["former member"], Role.MEMBER), name=f"The {SECRET} team")
    for person in (*people.values(), victim):  # who joined acted in the team last
        await worker.people.accounts.sessions.remember(person.scope)
    await worker.people.teams.remove(acting_in(owner, team), people["former member"].scope.user_id)
    await worker.people.administration.disable(people["administrator"].scope, disabled.scope.user_id)
    deleted_chat, *_ = await _chat(member_of(owner, team), model)
    await worker.stored.chats.delete(acting_in(owner, team), deleted_chat)
    chat, question, stopped, live = await _chat(member_of(owner, team), model)
    return World(
        worker=worker,
        team=team,
        chat=chat,
        deleted_chat=deleted_chat,
        question=question,
        waiting=await _waiting(member_of(owner, team), chat),
        live=live,
        stopped=stopped,
        attempt=(await worker.attempts.find(acting_in(owner, team), live)).id,
        invitation=(await worker.people.invitations.invite(acting_in(owner, team), Role.MEMBER)).id,
        victim=victim.scope.user_id,
        disabled=disabled.scope.user_id,
        token=(await worker.people.api_tokens.create(victim.scope, SECRET)).id,
        session=victim.scope.grant_id,
        key=await _key(acting_in(owner, team), worker),
        people=people,
    )


async def _people(worker: Worker) -> dict[str, Person]:
    return {
        "administrator": await sign_up(worker, "Root"),
        "owner": await sign_up(worker, "Olga"),
        "admin": await sign_up(worker, "Adam"),
        "member": await sign_up(worker, "Mia"),
        "former member": await sign_up(worker, "Fred"),
        "other user": await sign_up(worker, "Otto"),
    }


async def _key(scope: Scope, worker: Worker) -> str:
    await worker.keys.store(scope, "mistral", "sk-of-the-team")
    return (await worker.keys.list(scope))[0].id


async def _waiting(owner: Person, chat_id: str) -> str:
    messages = owner.worker.stored.messages
    sent = await messages.send(owner.scope, chat_id=chat_id, text="And then?", client_id="waits", model="other")
    return sent.message_id


async def _chat(owner: Person, model: ScriptedModel) -> tuple[str, str, str, str]:
    questions: list[str] = []
    answers: list[str] = []
    chat_id: str | None = None
    for text in (f"What is a {SECRET}?", "And a horse?"):
        sent = await owner.ask(text, chat_id)
        chat_id = sent.chat_id
        questions.append(sent.message_id)
        async with owner.watch(chat_id) as viewer:
            model.say(f"A {SECRET}.")
            await viewer.sees(f"A {SECRET}.")
            answers.append(viewer.answer.id)
            await owner.worker.stored.stops.stop_all(owner.scope, chat_id)
            await eventually(lambda viewer=viewer: viewer.answer.status == "stopped")
    async with owner.worker.database.write() as session:
        await session.exec(update(Chat).values(model="other"))
        lives = update(Attempt).where(col(Attempt.message_id) == answers[1])
        await session.exec(lives.values(status=Status.STREAMING, lease_until=1e12))
    return chat_id or "", questions[0], answers[0], answers[1]
