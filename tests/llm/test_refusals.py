"""A refused part of a request is left out, and the server is asked once more."""

import json
from typing import Any

import pytest

from chat_stream.llm import Credentials, Request, Turn, stream
from chat_stream.llm.refusals import Refusals
from tests.support.provider import Error, Finish, NoUsage, Raw, Say, ScriptedProvider, Step

from .asking import Answer, answer_of

HELLO = (Turn("user", "Hello?"),)
SYSTEM = (Turn("system", "Be brief."), *HELLO)


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chat_stream.llm.asking.refusals", Refusals())


def told(status: int, body: Any) -> Error:
    return Error(status, body=body if isinstance(body, str) else json.dumps(body))


def openai(message: str, param: str = "", status: int = 400) -> Error:
    return told(status, {"error": {"message": message, "type": "invalid_request_error", "param": param or None}})


def pydantic(field: str, kind: str = "extra_forbidden", message: str = "Extra inputs are not permitted") -> Any:
    return {"detail": [{"type": kind, "loc": ["body", field], "msg": message, "input": {"include_usage": True}}]}


EVENT = Raw('data: {"error": {"message": "Unsupported parameter: stream_options", "code": 400}}\n\n')

EXTRA = "Extra inputs are not permitted"
AZURE = {"type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": EXTRA}
VLLM = "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra inputs are not permitted'}]"

NO_STREAM_OPTIONS: list[Step] = [
    told(422, pydantic("stream_options")),
    told(422, pydantic("stream_options", "value_error.extra", "extra fields not permitted")),
    told(422, {"object": "error", "message": pydantic("stream_options"), "type": "invalid_request_error"}),
    told(422, {"error": {"code": "Invalid input", "status": 422, "message": "invalid input", "details": [AZURE]}}),
    told(400, {"error": "Extra parameters ['stream_options'] are not allowed when extra-parameters is not set."}),
    told(400, {"error": {"message": 'json: unknown field "stream_options"'}}),
    told(400, {"object": "error", "message": VLLM}),
    openai("Unrecognized request argument supplied: stream_options"),
    told(500, {"error": "create() got an unexpected keyword argument 'stream_options'"}),
    told(400, {"detail": "extra fields not permitted"}),
    told(422, "Additional properties are not allowed"),
    EVENT,
]


@pytest.mark.parametrize("refusal", NO_STREAM_OPTIONS, ids=str)
async def test_without_stream_options_the_answer_comes_and_goes_on_coming(provider: ScriptedProvider, refusal: Step):
    provider.reply(refusal)
    provider.always(Say("Yes."), Finish(), NoUsage())

    first, second = [await asked(Request("openai/scripted", HELLO)) for _ in range(2)]

    assert (first.content, first.error, first.usage) == ("Yes.", None, None)
    assert second.error is None
    assert ["stream_options" in call.options for call in provider.calls] == [True, False, False]


FIELDS = [
    (openai("Unsupported value: 'temperature' does not support 0.2 with this model.", "temperature"), "temperature"),
    (told(422, pydantic("temperature", "less_than_equal", "Input should be less than or equal to 0.1")), "temperature"),
    (openai("Unknown parameter: 'reasoning_effort'.", "reasoning_effort"), "reasoning_effort"),
    (told(422, pydantic("reasoning_effort")), "reasoning_effort"),
    (openai("max_tokens is too large: 100. This model supports at most 50 completion tokens."), "max_tokens"),
]


@pytest.mark.parametrize(("refusal", "field"), FIELDS, ids=str)
async def test_a_refused_field_is_left_out_and_the_others_stay(provider: ScriptedProvider, refusal: Step, field: str):
    provider.reply(refusal)
    request = Request("openai/gpt-oss", HELLO, temperature=0.2, longest_answer=100, effort="low")

    assert (await asked(request)).error is None

    first, second = (call.options for call in provider.calls)
    assert field in first
    assert first.keys() - second.keys() == {field}


async def test_another_value_is_asked_for(provider: ScriptedProvider):
    provider.reply(openai("'temperature' must be at most 1"))

    for temperature in (1.5, 0.5, 1.5):
        assert (await asked(Request("openai/scripted", HELLO, temperature=temperature))).error is None

    assert [call.options.get("temperature") for call in provider.calls] == [1.5, None, 0.5, None]


async def test_the_longest_answer_has_two_names(provider: ScriptedProvider):
    use_other = (
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
    )
    provider.reply(openai(use_other, "max_tokens"))

    assert (await asked(Request("openai/scripted", HELLO, longest_answer=100))).error is None

    assert [(call.options.get("max_tokens"), call.options.get("max_completion_tokens")) for call in provider.calls] == [
        (100, None),
        (None, 100),
    ]


async def test_its_new_name_may_be_the_unknown_one(provider: ScriptedProvider):
    provider.reply(told(422, pydantic("max_completion_tokens")))

    assert (await asked(Request("openai/gpt-5", HELLO, longest_answer=100))).error is None

    assert [(call.options.get("max_tokens"), call.options.get("max_completion_tokens")) for call in provider.calls] == [
        (None, 100),
        (100, None),
    ]


async def test_a_server_that_names_one_thing_after_the_other_is_asked_until_it_answers(provider: ScriptedProvider):
    provider.reply(told(422, pydantic("stream_options")))
    provider.reply(openai("Unknown parameter: 'reasoning_effort'."))
    provider.reply(openai("System role not supported"))
    request = Request("openai/gpt-oss", SYSTEM, effort="low")

    assert (await asked(request)).error is None
    assert (await asked(request)).error is None

    assert len(provider.calls) == 5
    assert provider.calls[-1].messages == [{"role": "user", "content": "Be brief.\n\nHello?"}]


@pytest.mark.parametrize(
    "words",
    [
        "System role not supported",
        "Template error: System role not supported",
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Only user and assistant roles are supported!",
        "Developer instruction is not enabled for models/gemma-3-27b-it",
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        'messages: Unexpected role "system". The Messages API accepts a top-level `system` parameter.',
        "This model doesn't support system messages.",
        "messages.0.role: Input should be 'user' or 'assistant'",
        "The first message must be from the user",
        "Unknown role: system",
    ],
)
async def test_a_refused_system_prompt_becomes_the_beginning_of_the_first_question(
    provider: ScriptedProvider, words: str
):
    provider.reply(openai(words))
    turns = (*SYSTEM, Turn("assistant", "Hi."), Turn("user", "And now?"))

    assert (await asked(Request("openai/scripted", turns))).error is None

    assert [message["role"] for message in provider.calls[1].messages] == ["user", "assistant", "user"]
    assert provider.calls[1].messages[0]["content"] == "Be brief.\n\nHello?"


@pytest.mark.parametrize(
    "failure",
    [
        Error(400),
        Error(422),
        Error(401, message="Invalid stream_options"),
        Error(429, message="stream_options not allowed"),
        Error(503, message="The system is not available"),
        openai("This model's maximum context length is 10 tokens."),
        openai("Invalid image in messages."),
    ],
    ids=str,
)
async def test_what_refuses_nothing_that_was_asked_is_an_error_at_once(provider: ScriptedProvider, failure: Error):
    provider.always(failure)

    assert (await asked(Request("openai/scripted", SYSTEM, temperature=0.2))).error

    assert len(provider.calls) == 1


async def test_what_a_server_refuses_for_ever_ends(provider: ScriptedProvider):
    provider.always(openai("Unsupported parameter: 'stream_options', 'temperature' is not supported"))

    answer = await asked(Request("openai/scripted", HELLO, temperature=0.2))

    assert answer.error
    assert len(provider.calls) <= 3


async def test_an_answer_that_has_begun_is_not_asked_for_again(provider: ScriptedProvider):
    provider.reply(Say("Well, "), EVENT)

    answer = await asked(Request("openai/scripted", HELLO))

    assert (answer.content, bool(answer.error), len(provider.calls)) == ("Well, ", True, 1)


async def test_what_one_connection_refuses_the_others_are_asked(provider: ScriptedProvider):
    provider.reply(told(422, pydantic("stream_options")))
    own = Credentials("sk-another-key", provider.url, must_be_public=False)

    for request in (Request("openai/a", HELLO), Request("openai/b", HELLO), Request("openai/a", HELLO, own)):
        assert (await asked(request)).error is None

    assert ["stream_options" in call.options for call in provider.calls] == [True, False, True, True]


async def asked(request: Request) -> Answer:
    return await answer_of(stream(request))
