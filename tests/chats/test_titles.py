"""A chat gets a title by itself, unless a person gave it one."""

import asyncio

import pytest

from chat_stream.chats.model_title import title_of_answer
from chat_stream.llm import Chunk, ErrorKind, ProviderError, Usage
from chat_stream.models import Chat, Total
from chat_stream.texts import Text
from chat_stream.worker import Worker
from tests.support.eventually import eventually
from tests.support.model import ScriptedModel
from tests.support.people import Person
from tests.support.readers import reading_list


@pytest.fixture
def titling(worker: Worker) -> Worker:
    """A worker that asks the scripted model for titles, too."""
    worker.titles.model = "demo"
    return worker


async def chat_of(worker: Worker, chat_id: str) -> Chat:
    async with worker.database.read() as session:
        return await session.get_one(Chat, chat_id)


async def answered(alice: Person, model: ScriptedModel, chat_id: str | None = None) -> str:
    sent = await alice.ask("How do I bake bread, and why?", chat_id)
    async with alice.watch(sent.chat_id) as viewer:
        model.say("With flour.")
        model.finish()
        await viewer.sees("With flour.", "completed")
    await eventually(lambda: len(alice.worker.stored.runner) == 0)
    return sent.chat_id


@pytest.mark.on_both
async def test_after_the_first_answer_the_list_shows_a_title(alice: Person, model: ScriptedModel, titling: Worker):
    async with reading_list(alice) as list_:
        chat_id = await answered(alice, model)
        assert list_.titles == ["How do I bake bread, and why?"]
        model.add(Chunk(content='"Baking ', usage=Usage(40, 2)))
        model.say('bread"\n')
        model.finish()
        await eventually(lambda: list_.titles == ["Baking bread"])
    assert "How do I bake bread" in model.requests[1].turns[0].content
    assert "With flour." in model.requests[1].turns[0].content
    assert (await chat_of(titling, chat_id)).total == Total(7 + 40, 2 + 2, is_estimated=True)


async def test_it_is_asked_for_once(alice: Person, model: ScriptedModel, titling: Worker):
    chat_id = await answered(alice, model)
    await eventually(lambda: len(model.requests) == 2)
    model.fail(ProviderError(ErrorKind.OVERLOADED, Text("failure-stalled", provider="OpenAI")))
    await eventually(lambda: not titling.titles.running)
    await answered(alice, model, chat_id)
    await eventually(lambda: not titling.titles.running)
    assert len(model.requests) == 3
    assert (await chat_of(titling, chat_id)).title == "How do I bake bread, and why?"


@pytest.mark.on_both
async def test_what_a_person_called_it_stays(alice: Person, model: ScriptedModel, titling: Worker):
    chat_id = await answered(alice, model)
    await eventually(lambda: len(model.requests) == 2)
    await titling.stored.chats.rename(alice.scope, chat_id, "Mine")
    model.say("Baking bread")
    model.finish()
    await eventually(lambda: not titling.titles.running)
    assert (await chat_of(titling, chat_id)).title == "Mine"


async def test_a_chat_that_was_renamed_before_is_not_asked_for(alice: Person, model: ScriptedModel, titling: Worker):
    sent = await alice.ask("Hello?")
    await titling.stored.chats.rename(alice.scope, sent.chat_id, "Hello?")
    async with alice.watch(sent.chat_id) as viewer:
        model.say("Hi.")
        model.finish()
        await viewer.sees("Hi.", "completed")
    await eventually(lambda: len(titling.stored.runner) == 0)
    await eventually(lambda: not titling.titles.running)
    assert len(model.requests) == 1


async def test_who_stops_does_not_wait_for_a_title(alice: Person, model: ScriptedModel, titling: Worker):
    await answered(alice, model)
    await eventually(lambda: len(model.requests) == 2)
    await asyncio.wait_for(titling.titles.close(), 5)
    assert model.closed == 2


async def test_the_demo_is_not_asked(alice: Person, model: ScriptedModel, worker: Worker):
    await answered(alice, model)
    await eventually(lambda: not worker.titles.running)
    assert len(model.requests) == 1


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Baking bread", "Baking bread"),
        ('  **"Baking bread"**\n\nIt is about bread.', "Baking bread"),
        ("# Title: Brot backen", "Brot backen"),
        ("«Как печь хлеб»", "Как печь хлеб"),
        ("<think>What is it about? Bread.</think>\n\nBaking bread", "Baking bread"),
        ("It is about bread.\n</think>\nBaking bread", "Baking bread"),
        ("<think>It is about bread, so", ""),
        ("<thinking>Bread.</thinking>Baking bread.", "Baking bread"),
        ('{"title": "Baking bread"}', "Baking bread"),
        ('```json\n{\n  "title": "Baking bread"\n}\n```', "Baking bread"),
        ('{"chat_title": "Baking \\"bread\\"", "language": "en"}', 'Baking "bread"'),
        ('["Baking bread", "All about bread"]', "Baking bread"),
        ('{"result": {"title": "Baking bread"}}', "Baking bread"),
        ('{"title": "Baking bread", "why": "because the', "Baking bread"),
        ("Here you are: {'title': 'Baking bread'}", "Baking bread"),
        ("<title>Baking bread</title>", "Baking bread"),
        ("<h1>Bread &amp; butter</h1><p>It is about bread.</p>", "Bread & butter"),
        ("Comparing List<String> and arrays", "Comparing List<String> and arrays"),
        ("Baking bread.", "Baking bread"),
        ("面包的做法。", "面包的做法"),
        ("And so on...", "And so on..."),
        ("Waiting…", "Waiting…"),
        ("Trade with the U.S.", "Trade with the U.S."),
        ("Cats, dogs, etc.", "Cats, dogs, etc."),
        ("Why bread?", "Why bread?"),
        ("Baking bread\nIn an oven\nWith flour", "Baking bread"),
        ("1. Baking bread\n2. All about bread", "Baking bread"),
        ("- Baking bread\n- All about bread", "Baking bread"),
        ("1. Weltkrieg", "1. Weltkrieg"),
        ("Title: Baking bread", "Baking bread"),
        ('**Title:** "Baking bread".', "Baking bread"),
        ("Titel: Brot backen", "Brot backen"),
        ("标题：面包", "面包"),
        ("Sure! Here's a title:\n\nBaking bread", "Baking bread"),
        ("Here is a title for the conversation: Baking bread", "Baking bread"),
        ("Hier ist ein Titel: Brot backen", "Brot backen"),
        ("„Brot backen“", "Brot backen"),
        ("「パンを焼く」", "パンを焼く"),
        ("『パン』と『バター』", "『パン』と『バター』"),
        ('"Faust" and "Hamlet"', '"Faust" and "Hamlet"'),
        ('"Baking bread', "Baking bread"),
        ("`git rebase` explained", "`git rebase` explained"),
        ("C# and F#", "C# and F#"),
        ("🍞 Baking bread 🥖", "🍞 Baking bread 🥖"),
        ("كيف أخبز الخبز", "كيف أخبز الخبز"),
        ("\u202eBaking\u202c\tbread", "Baking bread"),
        ("I'm sorry, but I can't help with that.", ""),
        ("Es tut mir leid, das geht nicht.", ""),
        ("Take flour. Add water. Bake it.", ""),
        ("To bake bread you take flour, water, salt and yeast, and then you wait for a long time.", ""),
        ("...", ""),
        ("***", ""),
        ("{}", ""),
        ("\n\n", ""),
        ("", ""),
        ("word " * 30, "word word word word word word word word word word word word…"),
    ],
)
def test_a_title_is_taken_out_of_what_a_model_says(said: str, title: str):
    assert title_of_answer(said) == title
