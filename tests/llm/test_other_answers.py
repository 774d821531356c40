"""Answers that aren't streams: an answer in one piece, an error instead of an answer, and responses that no model
sends."""

import json
from typing import Any

import pytest

from chat_stream.llm import ErrorKind
from tests.support.provider import Error, Finish, NoDone, NoUsage, Raw, Say, ScriptedProvider, Step

from .asking import answer_of, ask
from .test_failures import assert_told
from .wire import DONE, chunk, event

QUOTA = "You exceeded your current quota, please check your plan."
CONTEXT = "This model's maximum context length is 10 tokens. However, you requested 12 tokens."
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{}</title></head>\n<body>billing, quota and data: of all kinds</body></html>"
)


def body(answer: Any, status: int = 200) -> Error:
    """A response that is this and nothing else; any text is sent as it is."""
    return Error(status, body=answer if isinstance(answer, str) else json.dumps(answer))


def message(finish: str | None = "stop", **said: str) -> dict[str, Any]:
    choice = {"index": 0, "message": {"role": "assistant", **said}, "finish_reason": finish}
    usage = {"prompt_tokens": 12, "completion_tokens": 3}
    return {"object": "chat.completion", "model": "real", "choices": [choice], "usage": usage}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("finish", ["stop", None])
async def test_an_answer_in_one_piece_is_the_answer(provider: ScriptedProvider, indent: int | None, finish: str | None):
    said = message(finish, content="Hello\n\nthere 🌊", reasoning_content="Hm.")
    provider.reply(body(json.dumps(said, indent=indent, ensure_ascii=False)))

    answer = await answer_of(ask())

    assert (answer.content, answer.reasoning, answer.finish_reason) == ("Hello\n\nthere 🌊", "Hm.", "stop")
    assert answer.error is None
    assert answer.model == "real"
    assert answer.usage is not None
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (12, 3)


async def test_an_answer_in_one_piece_may_be_cut(provider: ScriptedProvider):
    provider.reply(body(message("max_tokens", content="Hello")))

    assert (await answer_of(ask())).finish_reason == "length"


@pytest.mark.parametrize(
    "script",
    [
        [Say("Hello"), Say(" there"), Finish(), event(**message(content="Hello there"))],
        [event(**message(None, content="Hello")), event(**message(None, content="Hello there")), DONE],
        [event(**message(None, content="Hello")), event(**message(None, content=" there")), DONE],
        [event(**message(content="Hello there"))],
    ],
    ids=str,
)
async def test_a_message_is_not_said_twice(provider: ScriptedProvider, script: list[Step]):
    provider.reply(*script)

    answer = await answer_of(ask())

    assert (answer.content, answer.error) == ("Hello there", None)


async def test_messages_without_an_end_are_no_whole_answer(provider: ScriptedProvider):
    parts = [event(choices=[{"index": 0, "delta": {}, "message": {"content": text}}]) for text in ("", "Hel", "Hello")]
    provider.reply(*parts, NoUsage(), NoDone())

    answer = await answer_of(ask())

    assert answer.content == "Hello"
    assert_told(answer, ErrorKind.CUT_OFF)


VLLM = {"object": "error", "message": CONTEXT, "type": "BadRequestError", "param": None, "code": 400}
TOLD = [
    ({"error": {"message": QUOTA, "type": "insufficient_quota", "code": None}}, ErrorKind.OUT_OF_CREDIT),
    ({"error": {"message": CONTEXT, "code": "context_length_exceeded"}}, ErrorKind.CONTEXT_TOO_LONG),
    ({"error": QUOTA}, ErrorKind.OUT_OF_CREDIT),
    ({"error": "model 'scripted' not found"}, ErrorKind.UNKNOWN_MODEL),
    ({"error": True, "message": "Invalid API key"}, ErrorKind.KEY_REFUSED),
    ({"error": {"message": "Provider returned error", "metadata": {"raw": CONTEXT}}}, ErrorKind.CONTEXT_TOO_LONG),
    ([{"error": {"code": 429, "message": "Slow down", "status": "RESOURCE_EXHAUSTED"}}], ErrorKind.RATE_LIMITED),
    (VLLM, ErrorKind.CONTEXT_TOO_LONG),
    ({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}, ErrorKind.OVERLOADED),
    ({"detail": "Incorrect API key provided"}, ErrorKind.KEY_REFUSED),
    ({"detail": [{"loc": ["body"], "msg": CONTEXT, "type": "value_error"}]}, ErrorKind.CONTEXT_TOO_LONG),
    ({"message": "Too many requests", "request_id": "7"}, ErrorKind.RATE_LIMITED),
    ({"success": False, "errors": [{"code": 7000, "message": QUOTA}], "result": None}, ErrorKind.OUT_OF_CREDIT),
    ({"base_resp": {"status_code": 1008, "status_msg": "insufficient balance"}}, ErrorKind.OUT_OF_CREDIT),
    ({"code": 401, "message": "Sorry"}, ErrorKind.KEY_REFUSED),
    ({"choices": [{"index": 0, "error": {"code": 429, "message": "Slow"}}]}, ErrorKind.RATE_LIMITED),
    ({"error": {"message": "It broke.", "type": None, "param": None, "code": None}}, ErrorKind.PROVIDER_FAILED),
]


@pytest.mark.parametrize(("told", "kind"), TOLD, ids=str)
async def test_an_error_in_place_of_an_answer_is_told_by_its_kind(
    provider: ScriptedProvider, told: Any, kind: ErrorKind
):
    provider.reply(body(told))
    provider.reply(body(json.dumps(told, indent=1)))
    provider.reply(Raw(f"data: {json.dumps(told)}\n\n"), NoUsage(), NoDone())
    provider.reply(Raw(f"event: error\ndata: {json.dumps(told)}\n\n"), NoUsage())

    for _ in range(4):
        assert_told(await answer_of(ask()), kind)


@pytest.mark.parametrize(("told", "kind"), TOLD, ids=str)
async def test_an_error_after_text_is_told_by_its_kind(provider: ScriptedProvider, told: Any, kind: ErrorKind):
    provider.reply(Say("Hello"), Raw(f"data: {json.dumps(told)}\n\n"), NoUsage(), NoDone())

    answer = await answer_of(ask())

    assert answer.content == "Hello"
    assert_told(answer, kind)


@pytest.mark.parametrize("told", [{"detail": "Too many requests"}, {"message": "Too many requests"}], ids=str)
async def test_an_error_before_the_word_done_is_one(provider: ScriptedProvider, told: Any):
    provider.reply(Say("Hello"), event(**told), DONE)
    assert_told(await answer_of(ask()), ErrorKind.RATE_LIMITED)


@pytest.mark.parametrize("words", ["Too many requests", '{"what": "Too many requests"}', '["Too many requests"]'])
async def test_an_event_that_is_named_an_error_is_one(provider: ScriptedProvider, words: str):
    provider.reply(Say("Hello"), Raw(f"event: error\ndata: {words}\n\n"))

    assert_told(await answer_of(ask()), ErrorKind.RATE_LIMITED)


async def test_what_comes_with_an_error_is_kept(provider: ScriptedProvider):
    provider.reply(Say("Hello"), chunk(" there", "error", error={"code": 503, "message": "Overloaded"}))

    answer = await answer_of(ask())

    assert answer.content == "Hello there"
    assert_told(answer, ErrorKind.OVERLOADED)


@pytest.mark.parametrize("end", ["stop", "length", None])
@pytest.mark.parametrize("told", [{"error": {"message": "It broke."}}, {"x_groq": {"error": "It broke."}}], ids=str)
async def test_an_end_with_an_error_is_none(provider: ScriptedProvider, end: str | None, told: dict[str, Any]):
    provider.reply(Say("Hello"), chunk(" there", end, **told))

    answer = await answer_of(ask())

    assert (answer.content, answer.finish_reason) == ("Hello there", None)
    assert_told(answer, ErrorKind.PROVIDER_FAILED)


@pytest.mark.parametrize(
    "remark",
    [
        event(error=None, choices=[]),
        event(error={}, choices=[]),
        event(error="None", choices=[]),
        event(error={"code": 0, "message": ""}, choices=[]),
        event(type="ping"),
        event(message="Your request waits in a queue."),
        event(base_resp={"status_code": 0, "status_msg": "success"}, choices=[]),
        Raw("event: ping\ndata: {}\n\n"),
        Raw("Keep-Alive: yes\n\n"),
        Raw("data: keep-alive\n\n"),
        Raw("data: Ping\n"),
    ],
    ids=str,
)
async def test_a_remark_between_texts_is_no_error(provider: ScriptedProvider, remark: Step):
    provider.reply(remark, Say("Hello"), remark, Say(" there"), Finish())

    answer = await answer_of(ask())

    assert (answer.content, answer.error) == ("Hello there", None)


@pytest.mark.parametrize(
    ("answered", "kind"),
    [
        (body(PAGE.format("Sign in")), ErrorKind.NO_MODEL),
        (body("\n  <html>Welcome!</html>"), ErrorKind.NO_MODEL),
        (body("Ollama is running"), ErrorKind.NO_MODEL),
        (body({"status": "ok"}), ErrorKind.NO_MODEL),
        (body(PAGE.format("Not found"), 404), ErrorKind.NO_MODEL),
        (body("404 page not found", 404), ErrorKind.NO_MODEL),
        (body({"detail": "Not Found"}, 404), ErrorKind.NO_MODEL),
        (body({"detail": "Method Not Allowed"}, 405), ErrorKind.NO_MODEL),
        (body({"error": {"message": "Invalid URL (POST /chat/completions)"}}, 404), ErrorKind.NO_MODEL),
        (body({"error": {"message": "The model `x` does not exist"}}, 404), ErrorKind.UNKNOWN_MODEL),
        (body("model `x` not found", 404), ErrorKind.UNKNOWN_MODEL),
        (body({"error": "404 Not Found"}, 404), ErrorKind.NO_MODEL),
        (body({"error": "Unexpected endpoint or method. (POST /chat/completions)"}), ErrorKind.NO_MODEL),
        (body({"detail": "Not Found"}), ErrorKind.NO_MODEL),
        (body({"error": {"message": "You wrote <html>, which is no JSON"}}, 400), ErrorKind.BAD_REQUEST),
        (body(PAGE.format("Access denied"), 403), ErrorKind.NO_MODEL),
        (body(PAGE.format("401 Authorization Required"), 401), ErrorKind.KEY_REFUSED),
        (body(PAGE.format("The plain HTTP request was sent to HTTPS port"), 400), ErrorKind.NO_MODEL),
        (Error(302, body="", headers={"Location": "/login"}), ErrorKind.NO_MODEL),
        (Raw("data: Too many requests\n\n"), ErrorKind.RATE_LIMITED),
        (Error(200, body={"error": {"message": PAGE.format("quota")}}), ErrorKind.PROVIDER_FAILED),
        (Raw("data: Internal Server Error\n\n"), ErrorKind.PROVIDER_FAILED),
        (body(PAGE.format("502 Bad Gateway"), 502), ErrorKind.BEHIND_PROXY),
        (body(PAGE.format("503 Service Temporarily Unavailable"), 503), ErrorKind.BEHIND_PROXY),
        (body(PAGE.format("Web server is down"), 521), ErrorKind.BEHIND_PROXY),
        (body("error code: 502", 502), ErrorKind.BEHIND_PROXY),
        (body({"message": "Bad Gateway"}, 502), ErrorKind.BEHIND_PROXY),
        (body("", 502), ErrorKind.BEHIND_PROXY),
        (body(PAGE.format("504 Gateway Time-out"), 504), ErrorKind.NO_ANSWER),
        (body("", 200), ErrorKind.EMPTY),
        (body("Rate limit exceeded"), ErrorKind.RATE_LIMITED),
    ],
    ids=str,
)
async def test_what_is_no_model_is_told_as_what_it_is(provider: ScriptedProvider, answered: Error, kind: ErrorKind):
    provider.reply(answered, NoUsage(), NoDone())

    assert_told(await answer_of(ask()), kind)
