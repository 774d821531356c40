"""A page that was disconnected, or slow, while its answer was written again shows nothing of the earlier attempt."""

from contextlib import aclosing

import pytest

from chat_stream.state.page.chat_page import ChatPage, cursor
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.page_store import PageStore, Shown
from tests.support.people import Person


async def page_sees(person: Person, chat_id: str, store: PageStore, wanted: Shown) -> None:
    """Follows from where the page stands until its newest answer is the one that is wanted."""
    revision, streams = store.has()
    run = store.begin()
    page = ChatPage(comes_back=bool(streams))
    follow = person.worker.follow_chat(person.scope, chat_id, cursor(revision, streams))
    async with aclosing(follow.batches()) as batches:
        async for batch in batches:
            store.apply([run, *page.operations(batch)])
            if [*store.shown().values()][-1] == wanted:
                return


@pytest.mark.timeout(30)
@pytest.mark.parametrize("has_ended", [False, True], ids=["it is being written", "it has ended"])
async def test_nothing_of_an_earlier_attempt_is_left(alice: Person, model: ScriptedModel, has_ended: bool):
    sent = await alice.ask("Hello?")
    store = PageStore()
    model.think("Hm. ")
    model.say("First")
    await page_sees(alice, sent.chat_id, store, Shown("assistant", "streaming", "First", "Hm. "))

    await _is_answered_anew(alice, model, sent.chat_id, has_ended=has_ended)
    status = "completed" if has_ended else "streaming"
    await page_sees(alice, sent.chat_id, store, Shown("assistant", status, "Second", ""))
    if not has_ended:
        model.finish()
        await page_sees(alice, sent.chat_id, store, Shown("assistant", "completed", "Second", ""))


@pytest.mark.timeout(10)
async def test_a_page_that_reads_slowly_shows_nothing_of_an_attempt_whose_end_it_missed(
    alice: Person, model: ScriptedModel
):
    sent = await alice.ask("Hello?")
    store, page = PageStore(), ChatPage()
    run = store.begin()
    model.think("Hm. ")
    model.say("First")
    async with aclosing(alice.worker.follow_chat(alice.scope, sent.chat_id, cursor(0, {})).batches()) as batches:
        async for batch in batches:
            store.apply([run, *page.operations(batch)])
            if [*store.shown().values()][-1] == Shown("assistant", "streaming", "First", "Hm. "):
                break
        await _is_answered_anew(alice, model, sent.chat_id, has_ended=True)
        store.apply([run, *page.operations(await anext(batches))])
    assert [*store.shown().values()][-1] == Shown("assistant", "completed", "Second", "")
    assert not store.has()[1]


async def test_older_messages_that_a_page_asks_for_do_not_turn_its_bookmark_back(alice: Person, model: ScriptedModel):
    sent = await alice.ask("Hello?")
    store = PageStore()
    model.say("First")
    model.finish()
    await page_sees(alice, sent.chat_id, store, Shown("assistant", "completed", "First", ""))
    revision, _ = store.has()
    page, run = ChatPage(revision), store.begin()
    watched = alice.worker.follow_chat(alice.scope, sent.chat_id, cursor(revision, {}))
    watched.follow.reach([sent.message_id])
    async with aclosing(watched.batches()) as batches:
        store.apply([run, *page.operations(await anext(batches))])
    assert store.has() == (revision, {})


async def _is_answered_anew(person: Person, model: ScriptedModel, chat_id: str, *, has_ended: bool) -> None:
    async with person.watch(chat_id) as other:
        await other.sees("First")
        await person.worker.stored.stops.stop(person.scope, other.answer.id)
        await eventually(lambda: other.answer.status == "stopped")
        await person.worker.stored.messages.retry(person.scope, other.answer.id)
        await eventually(lambda: len(model.requests) == 2)
        model.say("Second")
        await eventually(lambda: other.streamed(other.answer.attempt_id) == "Second")
        if has_ended:
            model.finish()
            await eventually(lambda: other.answer.status == "completed")
