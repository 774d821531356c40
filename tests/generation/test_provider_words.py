"""A provider's own words about a failure are stored with the attempt, shown to people who can see the message, and
never logged."""

import pytest
from sqlmodel import select

from chat_stream.llm import ErrorKind, ProviderError
from chat_stream.models import Attempt
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person

WORDS = "HTTP 400: the flux capacitor is missing"
FAILURE = ProviderError(ErrorKind.BAD_REQUEST, Text("failure-stalled", provider="OpenAI"), words=WORDS)


async def test_they_are_kept_with_the_attempt_that_failed(alice: Person, model: ScriptedModel, worker: Worker):
    sent = await alice.ask("Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Well, ")
        model.fail(FAILURE)
        await viewer.sees("Well, ", "failed")
        assert viewer.answer.provider_words == WORDS
        assert WORDS not in viewer.answer.error + viewer.answer.reason
        await worker.stored.messages.retry(alice.scope, viewer.answer.id)
        model.say("Now.")
        model.finish()
        await viewer.sees("Now.", "completed")
        assert viewer.answer.provider_words == ""
    async with worker.database.read() as session:
        attempts = (await session.exec(select(Attempt).order_by("number"))).all()
    assert [attempt.provider_words for attempt in attempts] == [WORDS, None]


async def test_they_come_into_temporary_chats_and_no_log(
    alice: Person, model: ScriptedModel, worker: Worker, capsys: pytest.CaptureFixture[str]
):
    chat_id = await worker.temporary.begin(alice.scope, "tab", ["demo"])
    await worker.temporary.service.messages.send(alice.scope, chat_id=chat_id, text="Hello?", client_id="one")
    async with alice.watch(chat_id) as viewer:
        model.fail(FAILURE)
        await eventually(lambda: len(viewer.messages) == 2 and viewer.answer.status == "failed")
        assert viewer.answer.provider_words == WORDS
    written = capsys.readouterr()
    assert WORDS not in written.out + written.err
