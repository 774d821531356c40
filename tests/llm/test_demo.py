"""The demo answers without a key, an AI or a network, on the same way as every other model."""

import asyncio

import pytest

from chat_stream.llm import Request, Turn, demo, stream

from .asking import answer_of, ask


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "WORDS_A_SECOND", 100_000.0)


@pytest.mark.usefixtures("quick")
async def test_the_demo_says_what_it_is_and_how_to_get_a_real_model():
    answer = await answer_of(ask("What is love?", model="demo"))

    assert answer.error is None
    assert answer.content == demo.answer("What is love?")
    for part in ("no AI", "> “What is love\\?”", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "OPENAI_API_BASE", "Ollama"):
        assert part in answer.content
    for shown in ("\n- ", "\n```python\n", "\n| --- |", "\n$$\n"):
        assert shown in answer.content


@pytest.mark.usefixtures("quick")
async def test_the_demo_comes_word_by_word_and_counts_them():
    turns = (Turn("system", "Be kind."), Turn("user", "one two three"))

    answer = await answer_of(stream(Request("demo", turns)))

    assert answer.usage is not None
    assert answer.usage.prompt_tokens == 5
    assert answer.usage.completion_tokens == len(answer.content.split())
    assert len([chunk for chunk in answer.chunks if chunk.content]) == answer.usage.completion_tokens
    assert answer.finish_reason == "stop"
    assert answer.model == "demo"


@pytest.mark.parametrize(
    "question",
    ["```\ncode", "$$x", "<iframe srcdoc=x>", "![](http://tracker.example)", "# Big\n\n- list", "a | b\n--- | ---"],
)
def test_the_demo_quotes_markdown_as_plain_text(question: str):
    quoted = demo.quote(question)

    assert "\n" not in quoted
    assert all(quoted[at - 1] == "\\" for at, mark in enumerate(quoted) if mark in "`$<![#|-")


def test_the_demo_shortens_a_long_question():
    assert len(demo.quote("word " * 1000)) < 250
    assert demo.quote("word " * 1000).endswith("…”")


def test_the_demo_needs_no_question():
    assert "> nothing yet" in demo.answer("")


async def test_the_demo_writes_at_a_pace_that_one_can_read():
    async with asyncio.timeout(5):
        chunks = ask(model="demo")
        clock = asyncio.get_running_loop().time
        await anext(chunks)
        start = clock()
        for _ in range(20):
            await anext(chunks)
    assert clock() - start >= 20 / 60
    await chunks.aclose()
