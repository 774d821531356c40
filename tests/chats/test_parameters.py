"""The system prompt and the parameters of a chat are asked with, from the next answer on."""

import pytest

from chat_stream.chats import LONGEST_PROMPT, Unacceptable
from chat_stream.models import NotFound, Parameters
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

BRIEF = Parameters("Be brief.", temperature=0.2, longest_answer=100, effort="low")


async def test_models_are_asked_with_the_chats_parameters(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    await eventually(lambda: len(model.requests) == 1)
    await worker.stored.chats.adjust(alice.scope, sent.chat_id, BRIEF)
    await alice.ask("And now?", sent.chat_id, at_once=True)
    await eventually(lambda: len(model.requests) == 2)
    before, after = model.requests
    assert (before.turns[0].role, before.temperature, before.longest_answer, before.effort) == ("user", None, None, "")
    assert (after.turns[0].role, after.turns[0].content) == ("system", "Be brief.")
    assert (after.temperature, after.longest_answer, after.effort) == (0.2, 100, "low")
    assert (await worker.stored.messages.find(alice.scope, sent.chat_id)).parameters == BRIEF


@pytest.mark.on_both
async def test_a_new_chat_begins_with_what_was_set_before(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await worker.stored.messages.send(
        alice.scope, chat_id=None, text="Hello?", client_id="one", model="demo", parameters=BRIEF
    )
    await eventually(lambda: len(model.requests) == 1)
    assert model.requests[0].turns[0].content == "Be brief."
    assert (await worker.stored.messages.find(alice.scope, sent.chat_id)).parameters == BRIEF


@pytest.mark.parametrize(
    "wrong",
    [
        Parameters("x" * (LONGEST_PROMPT + 1)),
        Parameters("nul \0"),
        Parameters(temperature=2.5),
        Parameters(temperature=float("nan")),
        Parameters(longest_answer=0),
        Parameters(effort="utmost"),
    ],
)
async def test_what_can_not_be_asked_is_refused(alice: Person, worker: Worker, wrong: Parameters):
    sent = await alice.ask("Hello?")
    with pytest.raises(Unacceptable):
        await worker.stored.chats.adjust(alice.scope, sent.chat_id, wrong)
    assert (await worker.stored.messages.find(alice.scope, sent.chat_id)).parameters == Parameters()


async def test_nobody_else_can_set_them(alice: Person, bob: Person, worker: Worker):
    sent = await alice.ask("Hello?")
    with pytest.raises(NotFound):
        await worker.stored.chats.adjust(bob.scope, sent.chat_id, BRIEF)
