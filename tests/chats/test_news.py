"""Who is told of what somebody does: all whom it concerns, as soon as it is committed, and nobody else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from chat_stream.accounts import Rejected
from chat_stream.chats import queue
from chat_stream.models import Branches, Parameters, QueuedQuestion, Role
from chat_stream.streaming import account_topic, chat_topic, user_topic
from chat_stream.streaming.hub import Notice, Wake
from chat_stream.worker import Worker
from tests.support.backing import SQLITE, only_on
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.teams import in_team, member_of

pytestmark = only_on(SQLITE)

CHAT, LIST, USER = "chat", "list", "user"


@dataclass
class Scene:
    """A question that was answered, and what has been told since."""

    worker: Worker
    alice: Person
    chat_id: str
    question: str
    answer: str
    topics: list[str]

    @property
    def told(self) -> set[str]:
        names = {
            chat_topic(self.chat_id): CHAT,
            account_topic(self.alice.scope.account_id): LIST,
            user_topic(self.alice.scope.user_id): USER,
        }
        return {names[topic] for topic in self.topics}


@pytest.fixture
async def scene(alice: Person, model: ScriptedModel, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> Scene:
    sent = await alice.ask("Hello?")
    model.say("Well.")
    model.finish()
    await eventually(lambda: not worker.stored.runner and not worker.stored.queue._tasks)
    async with worker.database.read() as session:
        branch = (await Branches.of(session, sent.chat_id)).chosen()
    scene = Scene(worker, alice, sent.chat_id, sent.message_id, branch[-1], topics_of(worker, monkeypatch))
    scene.topics.clear()
    return scene


def topics_of(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The topics of all wake-ups from now on."""
    topics: list[str] = []
    publish = worker.hub.publish

    def publish_and_note(topic: str, notice: Notice) -> None:
        if isinstance(notice, Wake):
            topics.append(topic)
        publish(topic, notice)

    monkeypatch.setattr(worker.hub, "publish", publish_and_note)
    return topics


ACTS: dict[str, tuple[Callable[[Scene], Awaitable[object]], set[str]]] = {
    "ask": (lambda on: on.alice.ask("More?", on.chat_id), {CHAT, LIST}),
    "rename": (lambda on: on.worker.stored.chats.rename(on.alice.scope, on.chat_id, "Gears"), {LIST}),
    "adjust": (lambda on: on.worker.stored.chats.adjust(on.alice.scope, on.chat_id, Parameters()), {LIST}),
    "pin": (lambda on: on.worker.stored.chats.pin(on.alice.scope, on.chat_id, is_pinned=True), {LIST}),
    "archive": (lambda on: on.worker.stored.chats.archive(on.alice.scope, on.chat_id, is_archived=True), {LIST}),
    "read": (lambda on: on.worker.stored.chats.read(on.alice.scope, on.chat_id), {LIST}),
    "delete": (lambda on: on.worker.stored.chats.delete(on.alice.scope, on.chat_id), {CHAT, LIST}),
    "regenerate": (lambda on: on.worker.stored.versions.regenerate(on.alice.scope, on.answer), {CHAT, LIST}),
    "edit": (
        lambda on: on.worker.stored.versions.edit(on.alice.scope, on.question, text="Rather?", client_id="edit"),
        {CHAT, LIST},
    ),
    "choose": (lambda on: on.worker.stored.versions.choose(on.alice.scope, on.answer), {CHAT}),
    "go on with": (lambda on: on.worker.stored.versions.go_on_with(on.alice.scope, on.answer), {CHAT}),
    "choose a model": (
        lambda on: on.worker.stored.messages.choose_model(on.alice.scope, on.chat_id, "demo"),
        set(),
    ),
    "sign out": (lambda on: on.worker.people.accounts.sign_out(on.alice.token), {USER}),
    "sign out everywhere": (lambda on: on.worker.people.profile.sign_out_everywhere(on.alice.scope), {USER}),
    "rename oneself": (lambda on: on.worker.people.profile.rename(on.alice.scope, "Alicia"), set()),
    "leave for good": (lambda on: on.worker.people.profile.delete(on.alice.scope, "correct horse"), {USER}),
}


@pytest.mark.parametrize("act", ACTS)
async def test_those_whom_it_concerns_are_told_when_it_is_done(scene: Scene, act: str):
    do, told = ACTS[act]
    await do(scene)
    assert scene.told == told
    assert len(scene.topics) == len(told)


async def test_a_question_that_waits_and_one_that_is_taken_back_are_told(scene: Scene):
    first = await scene.alice.ask("More?", scene.chat_id)
    second = await scene.alice.ask("And more?", scene.chat_id)
    scene.topics.clear()
    await scene.worker.stored.queue.take_back(scene.alice.scope, second.message_id)
    assert scene.told == {CHAT}
    assert first != second


async def test_what_is_refused_is_not_told(scene: Scene, bob: Person):
    team = member_of(scene.alice, await in_team(scene.alice, (bob, Role.MEMBER)))
    scene.topics.clear()
    with pytest.raises(Rejected):
        await scene.worker.people.teams.leave(team.scope)
    assert scene.topics == []


async def test_all_members_of_a_team_that_is_deleted_are_told(scene: Scene, bob: Person):
    team = member_of(scene.alice, await in_team(scene.alice, (bob, Role.MEMBER)))
    scene.topics.clear()
    await scene.worker.people.teams.delete(team.scope)
    assert set(scene.topics) == {user_topic(person.scope.user_id) for person in (scene.alice, bob)}


@pytest.mark.parametrize("hindrance", ["another worker was faster", "there is no room"])
async def test_a_queue_in_which_nothing_can_be_asked_is_left_as_it_is(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, hindrance: str
):
    async def never(*_: object) -> bool:
        return False

    question = QueuedQuestion(
        chat_id=scene.chat_id,
        waits_for=scene.answer,
        author_id=scene.alice.scope.user_id,
        client_id="late",
        content="More?",
        models=["demo"],
        revision=1,
    )
    async with scene.worker.database.write() as session:
        session.add(question)
    if hindrance == "there is no room":
        monkeypatch.setattr(scene.worker.stored.queue._new_attempts.allowance, "has_room", never)
    else:
        looks = iter([[question], []])

        async def once(*_: object) -> list[QueuedQuestion]:
            return next(looks)

        monkeypatch.setattr(queue, "due", once)
    scene.topics.clear()
    await scene.worker.stored.queue._advance(scene.chat_id)
    assert scene.topics == []
