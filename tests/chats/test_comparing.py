"""One question to several models, whose answers stand side by side until one of them is gone on with."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlmodel import select

from chat_stream.chats import Unacceptable
from chat_stream.chats.titles import NOBODY
from chat_stream.limits.settings import LimitSettings
from chat_stream.llm import Chunk, Usage
from chat_stream.llm.litellm.library import library
from chat_stream.models import Attempt, Chat, Message, NotFound, Status, Total
from chat_stream.worker import Worker
from tests.chats.test_messages import failure
from tests.support.backing import Backing
from tests.support.eventually import eventually
from tests.support.model import ScriptedModels
from tests.support.people import Person, Viewer, sign_up

NAMES = ("demo", "other", "third")


@pytest.fixture
def models() -> ScriptedModels:
    return ScriptedModels()


@pytest.fixture
async def worker(backing: Backing, models: ScriptedModels) -> AsyncIterator[Worker]:
    """A worker with three models; twelve messages may be sent, and four answers written."""
    settings = backing.settings(LimitSettings(sends=12, generations=4))
    await library()  # else the first answer waits for its import
    async with Worker(settings, models.stream).running() as worker:
        worker.offered_models.found = [type(worker.offered_models.offered()[0])(name, name, "") for name in NAMES]
        worker.titles.model = NOBODY
        yield worker


async def said(viewer: Viewer, models: ScriptedModels, **texts: str) -> None:
    """Each of the models says its text, and ends."""
    for name, text in texts.items():
        models[name].say(text)
        models[name].finish()
        await viewer.has(name, text)


async def count(worker: Worker, table: type[Message] | type[Attempt] | type[Chat]) -> int:
    async with worker.database.read() as session:
        return len((await session.exec(select(table))).all())


async def test_each_model_answers_beside_the_others_also_the_same_one_twice(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await alice.ask("Which?", beside=["other", "demo"])
    async with alice.watch(sent.chat_id) as viewer, alice.watch(sent.chat_id) as onlooker:
        await eventually(lambda: len(models["demo"].requests) == 2)
        models["other"].say("That ")
        for each in (viewer, onlooker):
            await eventually(lambda each=each: each.compared == ["", "That ", ""])
        models["other"].say("one.")
        models["demo"].say("This one.")  # to one of the two calls
        for name in ("other", "demo", "demo"):
            models[name].finish()
        for each in (viewer, onlooker):
            await eventually(lambda each=each: sorted(each.compared) == ["", "That one.", "This one."])
    async with alice.watch(sent.chat_id) as later:
        await eventually(lambda: later.compared == viewer.compared)
    assert [request.turns[-1].content for name in NAMES for request in models[name].requests] == ["Which?"] * 3


@pytest.mark.on_both
async def test_sent_twice_it_is_one_question_and_one_call_for_each_model(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await asyncio.gather(*(alice.ask("Once?", client_id="same", beside=["other"]) for _ in range(5)))
    assert len(set(sent)) == 1
    await eventually(lambda: [len(models[name].requests) for name in NAMES] == [1, 1, 0])
    assert await count(worker, Message) == 3


async def test_who_goes_on_with_one_is_answered_by_its_model_alone_which_is_told_of_its_own_branch(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await alice.ask("Which?", beside=["other", "third"])
    async with alice.watch(sent.chat_id) as viewer:
        await said(viewer, models, demo="This.", other="That.", third="None.")
        assert await worker.stored.versions.go_on_with(alice.scope, viewer.by("other").id) == "other"
        await eventually(lambda: viewer.branch == ["Which?", "That."] and not viewer.compared)
        async with worker.database.read() as session:
            assert (await session.get_one(Chat, sent.chat_id)).models == ("other",)
        await worker.stored.messages.send(alice.scope, chat_id=sent.chat_id, text="And now?", client_id="next")
        await eventually(lambda: len(models["other"].requests) == 2)
        assert [turn.content for turn in models["other"].requests[1].turns] == ["Which?", "That.", "And now?"]
        await said(viewer, models, other="Now that.")
        assert viewer.branch == ["Which?", "That.", "And now?", "Now that."]


async def test_what_is_asked_without_choosing_follows_the_first_answer_that_did_not_fail(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await alice.ask("Which?", beside=["other", "third"])
    async with alice.watch(sent.chat_id) as viewer:
        models["demo"].fail(failure())
        await viewer.has("demo", "", Status.FAILED)
        await said(viewer, models, other="That.", third="None.")
        await alice.ask("And now?", sent.chat_id)
        await eventually(lambda: len(models["demo"].requests) == 2)
        assert [turn.content for turn in models["demo"].requests[1].turns] == ["Which?", "That.", "And now?"]
        await said(viewer, models, demo="Now.")
        assert viewer.branch == ["Which?", "That.", "And now?", "Now."]
        assert not viewer.compared


async def test_what_is_asked_meanwhile_waits_for_all_of_them_and_is_asked_beside_again(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await alice.ask("Which?", beside=["other"])
    async with alice.watch(sent.chat_id) as viewer:
        await alice.ask("And now?", sent.chat_id, beside=["other"])
        await said(viewer, models, other="That.")
        await worker.stored.queue._look(sent.chat_id)
        assert viewer.waiting == ["And now?"]
        await said(viewer, models, demo="This.")
        await eventually(lambda: [len(models[name].requests) for name in ("demo", "other")] == [2, 2])
        for name in ("demo", "other"):
            assert [turn.content for turn in models[name].requests[1].turns] == ["Which?", "This.", "And now?"]
        await said(viewer, models, demo="Now this.", other="Now that.")
        assert viewer.branch[:3] == ["Which?", "This.", "And now?"]
        assert viewer.compared == ["Now this.", "Now that."]
        assert not viewer.waiting


async def test_one_that_failed_is_retried_by_its_own_model_and_stays_beside_the_others(
    alice: Person, models: ScriptedModels, worker: Worker
):
    sent = await alice.ask("Which?", beside=["other"])
    async with alice.watch(sent.chat_id) as viewer:
        models["other"].say("Half")
        models["other"].fail(failure())
        await viewer.has("other", "Half", Status.FAILED)
        await said(viewer, models, demo="This.")
        await worker.stored.messages.retry(alice.scope, viewer.by("other").id)
        await said(viewer, models, other="Whole.")
        await eventually(lambda: viewer.compared == ["This.", "Whole."])


@pytest.mark.on_both
async def test_one_is_stopped_and_the_other_goes_on(alice: Person, models: ScriptedModels, worker: Worker):
    sent = await alice.ask("Which?", beside=["other"])
    async with alice.watch(sent.chat_id) as viewer:
        for name in ("demo", "other"):
            models[name].say("Half")
        await eventually(lambda: viewer.compared == ["Half", "Half"])
        await worker.stored.stops.stop(alice.scope, viewer.by("demo").id)
        await viewer.has("demo", "Half", Status.STOPPED)
        models["other"].say(" and half")
        models["other"].finish()
        await eventually(lambda: viewer.compared == ["Half", "Half and half"])


async def test_an_edited_question_is_asked_to_all_of_them(alice: Person, models: ScriptedModels, worker: Worker):
    sent = await alice.ask("First?")
    async with alice.watch(sent.chat_id) as viewer:
        await said(viewer, models, demo="One.")
        edit = worker.stored.versions.edit
        await edit(alice.scope, sent.message_id, text="Other first?", client_id="edit", model="third", beside=["other"])
        await said(viewer, models, third="Three.", other="Two.")
        assert viewer.compared == ["Three.", "Two."]
        await worker.stored.versions.choose(alice.scope, sent.message_id)
        await eventually(lambda: viewer.branch == ["First?", "One."] and not viewer.compared)


@pytest.mark.on_both
async def test_each_answer_has_its_own_counts_and_the_chat_their_sum_and_one_title(
    alice: Person, models: ScriptedModels, worker: Worker
):
    worker.titles.model = "third"
    sent = await alice.ask("Which?", beside=["other"])
    async with alice.watch(sent.chat_id) as viewer:
        models["demo"].add(Chunk(content="This.", usage=Usage(10, 1), finish_reason="stop"))
        models["other"].add(Chunk(content="That.", usage=Usage(20, 2), finish_reason="stop"))
        models["third"].add(Chunk(content="Choice", usage=Usage(300, 30), finish_reason="stop"))
        for name in NAMES:
            models[name].finish()
        await eventually(lambda: viewer.compared == ["This.", "That."])
        await eventually(lambda: viewer.by("demo").counts.prompt_tokens == 10)
        await eventually(lambda: viewer.by("other").counts.prompt_tokens == 20)
    await eventually(lambda: len(worker.stored.runner) == 0 and not worker.titles.running)
    async with worker.database.read() as session:
        chat = await session.get_one(Chat, sent.chat_id)
        assert (chat.total, chat.title) == (Total(330, 33), "Choice")
    assert len(models["third"].requests) == 1


async def test_a_model_that_is_not_there_or_one_too_many_is_refused_and_nothing_is_made(alice: Person, worker: Worker):
    with pytest.raises(Unacceptable, match="“none such”"):
        await alice.ask("Which?", beside=["other", "none such"])
    with pytest.raises(Unacceptable, match="At most 4 models"):
        await alice.ask("Which?", beside=["other"] * 4)
    assert [await count(worker, table) for table in (Chat, Message, Attempt)] == [0, 0, 0]


@pytest.mark.on_both
async def test_limits_count_each_answer_and_take_all_or_none(alice: Person, worker: Worker):
    first = await alice.ask("One?", beside=["other", "third"])
    with pytest.raises(Unacceptable, match="This asks for 2, and 3 are already being written"):
        await alice.ask("Two?", beside=["other"])
    await worker.stored.stops.stop_all(alice.scope, first.chat_id)
    await eventually(lambda: len(worker.stored.runner) == 0)
    for _ in range(2):
        chat = await alice.ask("Three?", beside=["other"] * 3)
        await worker.stored.stops.stop_all(alice.scope, chat.chat_id)
        await eventually(lambda: len(worker.stored.runner) == 0)
    with pytest.raises(Unacceptable, match="12 messages within a minute"):
        await alice.ask("Four?", beside=["other"])
    await alice.ask("Five?")


@pytest.mark.on_both
async def test_a_chat_remembers_who_answers_beside_its_model_until_that_is_changed(alice: Person, worker: Worker):
    async def models_of(chat_id: str) -> list[str]:
        return list((await worker.stored.messages.find(alice.scope, chat_id)).models)

    sent = await alice.ask("Which?", beside=["other"])
    assert await models_of(sent.chat_id) == ["demo", "other"]
    await worker.stored.messages.choose_model(alice.scope, sent.chat_id, "other", ["demo", "third"])
    assert await models_of(sent.chat_id) == ["other", "demo", "third"]
    await alice.ask("And now?", sent.chat_id)
    assert await models_of(sent.chat_id) == ["demo"]


async def test_a_stranger_can_not_go_on_with_an_answer(models: ScriptedModels, worker: Worker):
    alice, bob = await sign_up(worker, "Alice"), await sign_up(worker, "Bob")
    sent = await alice.ask("Which?", beside=["other"])
    async with alice.watch(sent.chat_id) as viewer:
        await said(viewer, models, demo="This.", other="That.")
        with pytest.raises(NotFound):
            await worker.stored.versions.go_on_with(bob.scope, viewer.by("other").id)
        with pytest.raises(Unacceptable):
            await worker.stored.versions.go_on_with(alice.scope, sent.message_id)
        assert viewer.compared == ["This.", "That."]
