"""A page that was away while its answer was written anew shows nothing of the earlier attempt."""

from contextlib import aclosing

import pytest

from chat_stream.state.chat_page import ChatPage, cursor
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


@pytest.mark.timeout(10)
@pytest.mark.parametrize("has_ended", [False, True], ids=["it is being written", "it has ended"])
async def test_nothing_of_an_earlier_attempt_is_left(alice: Person, model: ScriptedModel, has_ended: bool):
    sent = await alice.ask("Hello?")
    store = PageStore()
    model.think("Hm. ")
    model.say("First")
    await page_sees(alice, sent.chat_id, store, Shown("assistant", "streaming", "First", "Hm. "))

    async with alice.watch(sent.chat_id) as other:
        await other.sees("First")
        await alice.worker.conversations.stop(alice.scope, other.answer.id)
        await eventually(lambda: other.answer.status == "stopped")
        await alice.worker.conversations.retry(alice.scope, other.answer.id)
        await eventually(lambda: len(model.requests) == 2)
        model.say("Second")
        await eventually(lambda: other.streamed(other.answer.attempt_id) == "Second")
        if has_ended:
            model.finish()
            await eventually(lambda: other.answer.status == "completed")

    status = "completed" if has_ended else "streaming"
    await page_sees(alice, sent.chat_id, store, Shown("assistant", status, "Second", ""))
    if not has_ended:
        model.finish()
        await page_sees(alice, sent.chat_id, store, Shown("assistant", "completed", "Second", ""))
