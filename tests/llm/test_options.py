"""The options of a request reach the provider, and nothing else is sent."""

from chat_stream.llm import Request, Turn, stream
from tests.support.provider import ScriptedProvider

from .asking import answer_of

HELLO = (Turn("system", "Be brief."), Turn("user", "Hello?"))


async def test_parameters_reach_the_provider(provider: ScriptedProvider):
    answer = await answer_of(stream(Request("openai/scripted", HELLO, temperature=0.2, longest_answer=100)))
    assert answer.error is None
    options = provider.calls[0].options
    assert (options["temperature"], options["max_tokens"]) == (0.2, 100)
    assert provider.calls[0].messages[0] == {"role": "system", "content": "Be brief."}


async def test_a_model_that_reasons_is_told_how_long(provider: ScriptedProvider):
    answer = await answer_of(stream(Request("openai/gpt-5", HELLO, temperature=0.2, longest_answer=100, effort="low")))
    assert answer.error is None
    options = provider.calls[0].options
    assert (options["reasoning_effort"], options["max_completion_tokens"]) == ("low", 100)
    assert "temperature" not in options  # it has none, and isn't told of one


async def test_what_is_left_to_the_model_is_not_sent(provider: ScriptedProvider):
    await answer_of(stream(Request("openai/scripted", HELLO)))
    assert not {"temperature", "max_tokens", "reasoning_effort"} & provider.calls[0].options.keys()


async def test_the_demo_does_not_mind(provider: ScriptedProvider):
    request = Request("demo", HELLO, temperature=0.2, longest_answer=100, effort="low")
    chunks = stream(request)
    assert (await anext(chunks)).content
    await chunks.aclose()
