"""Whatever goes wrong has a name, and a sentence that a person can act on."""

import json
import socket
import time
from email.utils import formatdate

import pytest

from chat_stream.llm import ErrorKind, ProviderError
from tests.support.provider import (
    Cut,
    CutAtByte,
    Error,
    Finish,
    NoDone,
    Raw,
    Reasoning,
    Say,
    ScriptedProvider,
    Stall,
    Step,
)

from .asking import Answer, answer_of, ask

KEY = "sk-very-secret"

TOO_LONG = Error(400, code="context_length_exceeded", message="This model's maximum context length is 10 tokens.")
FILTERED = Error(400, code="content_policy_violation", message="Your request was rejected by our safety system.")
NO_CREDIT = Error(429, code="insufficient_quota", message="You exceeded your current quota.")
ECHOED_KEY = Error(401, message=f"Incorrect API key provided: {KEY}. Traceback (most recent call last)")
BAD_TEXT = Raw(b'data: {"choices":[{"index":0,"delta":{"content":"\xff\xfe"}}]}\n\n')


def event(**error: object) -> Raw:
    return Raw(f"data: {json.dumps({'error': error})}\n\n")


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ([ECHOED_KEY], ErrorKind.KEY_REFUSED),
        ([Error(403)], ErrorKind.KEY_REFUSED),
        ([Error(404, message="The model is unavailable")], ErrorKind.UNKNOWN_MODEL),
        ([Error(429)], ErrorKind.RATE_LIMITED),
        ([NO_CREDIT], ErrorKind.OUT_OF_CREDIT),
        ([Error(402)], ErrorKind.OUT_OF_CREDIT),
        ([Error(500)], ErrorKind.PROVIDER_FAILED),
        ([Error(500, body="<html>no JSON at all</html>")], ErrorKind.PROVIDER_FAILED),
        ([Error(500, message="The engine is overloaded")], ErrorKind.OVERLOADED),
        ([Error(502)], ErrorKind.OVERLOADED),
        ([Error(503)], ErrorKind.OVERLOADED),
        ([Error(529)], ErrorKind.OVERLOADED),
        ([Error(504)], ErrorKind.NO_ANSWER),
        ([TOO_LONG], ErrorKind.CONTEXT_TOO_LONG),
        ([Error(413)], ErrorKind.CONTEXT_TOO_LONG),
        ([FILTERED], ErrorKind.CONTENT_FILTERED),
        ([Say("Well, "), Finish("content_filter")], ErrorKind.CONTENT_FILTERED),
        ([Error(400)], ErrorKind.BAD_REQUEST),
        ([Error(422)], ErrorKind.BAD_REQUEST),
        ([Cut()], ErrorKind.CUT_OFF),
        ([Say("a"), Cut()], ErrorKind.CUT_OFF),
        ([CutAtByte(400), *[Say("a")] * 9], ErrorKind.CUT_OFF),
        ([Say("a"), NoDone()], ErrorKind.CUT_OFF),
        ([Say("a"), Raw("data: {oops\n\n"), Finish()], ErrorKind.GARBLED),
        ([Say("a"), BAD_TEXT, Finish()], ErrorKind.GARBLED),
        ([Finish()], ErrorKind.EMPTY),
        ([Say(""), Reasoning(""), Finish()], ErrorKind.EMPTY),
        ([Raw("<html>not a stream</html>")], ErrorKind.NO_MODEL),
        ([Say("a"), Error(500)], ErrorKind.PROVIDER_FAILED),
        ([Say("a"), event(message="Overloaded", type="overloaded_error")], ErrorKind.OVERLOADED),
        ([Say("a"), event(message="Slow down", code=429)], ErrorKind.RATE_LIMITED),
        ([Say("a"), event(message="Slow down", code="rate_limit_exceeded")], ErrorKind.RATE_LIMITED),
        ([Say("a"), event(message="No", code="content_filter")], ErrorKind.CONTENT_FILTERED),
        ([Say("a"), event(message="Upstream", code=502)], ErrorKind.OVERLOADED),
    ],
    ids=str,
)
async def test_each_failure_has_a_name_and_a_sentence(provider: ScriptedProvider, script: list[Step], kind: ErrorKind):
    provider.reply(*script)

    answer = await answer_of(ask())

    assert_told(answer, kind)


async def test_a_provider_that_says_nothing_is_not_waited_for_forever(provider: ScriptedProvider):
    provider.reply(Stall())

    assert_told(await answer_of(ask(first_byte_timeout=0.2)), ErrorKind.NO_ANSWER)


async def test_a_provider_that_falls_silent_is_not_waited_for_forever(provider: ScriptedProvider):
    provider.reply(Say("a"), Stall())

    answer = await answer_of(ask(stall_timeout=0.2))

    assert_told(answer, ErrorKind.STALLED)
    assert answer.content == "a"


@pytest.mark.parametrize("end", [Cut(), Error(500), Raw("data: {oops\n\n"), BAD_TEXT], ids=str)
async def test_what_came_before_the_failure_is_kept(provider: ScriptedProvider, end: Step):
    provider.reply(Say("one "), Reasoning("hm"), Say("two"), end)

    answer = await answer_of(ask())

    assert (answer.content, answer.reasoning) == ("one two", "hm")
    assert answer.error is not None


@pytest.mark.parametrize(
    ("value", "seconds"), [("3", 3), ("0.5", 0.5), ("soon", None), ("nan", None), ("-1", 0), ("1e9", 24 * 3600)]
)
async def test_the_provider_says_when_to_come_back(provider: ScriptedProvider, value: str, seconds: float | None):
    provider.reply(Error(429, headers={"Retry-After": value}))

    error = (await answer_of(ask())).error

    assert error is not None
    assert error.retry_after == seconds
    assert error.is_transient
    assert ("3 seconds" in error.sentence) == (value == "3")


async def test_the_provider_may_say_when_as_a_date(provider: ScriptedProvider):
    provider.reply(Error(503, headers={"Retry-After": formatdate(time.time() + 60, usegmt=True)}))

    error = (await answer_of(ask())).error

    assert error is not None
    assert error.retry_after == pytest.approx(60, abs=5)


@pytest.mark.parametrize(
    ("script", "is_unserved"),
    [
        ([Error(429)], True),
        ([Error(503)], True),
        ([Error(529)], True),
        ([Error(500, message="The engine is overloaded")], True),
        ([event(message="Overloaded", type="overloaded_error")], True),
        ([NO_CREDIT], False),
        ([Error(500)], False),
        ([Error(502)], False),
        ([Error(502, body="<html>Bad Gateway</html>")], False),
        ([Error(503, body="<html>Service Unavailable</html>")], False),
        ([Error(504)], False),
        ([Error(400)], False),
        ([Cut()], False),
        ([Finish()], False),
        ([Finish("insufficient_system_resource")], False),
        ([Raw("data: {oops\n\n")], False),
        ([Raw("<html>not a stream</html>")], False),
        ([Say("a"), Cut()], False),
    ],
    ids=str,
)
async def test_only_a_call_that_nobody_served_may_be_repeated(
    provider: ScriptedProvider, script: list[Step], is_unserved: bool
):
    provider.reply(*script)

    error = (await answer_of(ask())).error

    assert error is not None
    assert error.is_transient is is_unserved


async def test_nothing_is_tried_twice_behind_our_back(provider: ScriptedProvider):
    provider.always(Error(500))

    await answer_of(ask())

    assert len(provider.calls) == 1


async def test_an_error_of_before_is_not_taken_for_this_one(provider: ScriptedProvider):
    """Asking again inside an `except` hangs the old exception to the new one."""
    provider.reply(Say("a"), Raw("data: {oops\n\n"))
    provider.reply(Error(401))

    try:
        assert [chunk.content async for chunk in ask()] == []
    except ProviderError:
        assert_told(await answer_of(ask()), ErrorKind.KEY_REFUSED)
    assert len(provider.calls) == 2


async def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_BASE", f"http://127.0.0.1:{free_port()}/v1")

    assert_told(await answer_of(ask()), ErrorKind.UNREACHABLE)


async def test_a_name_that_no_server_has(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_BASE", "http://no-such-host.invalid/v1")

    assert_told(await answer_of(ask()), ErrorKind.UNKNOWN_HOST)


async def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_BASE", "localhost:1234/v1")

    assert_told(await answer_of(ask()), ErrorKind.UNREACHABLE)


async def test_a_server_without_tls_behind_https(provider: ScriptedProvider, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENAI_API_BASE", provider.url.replace("http:", "https:"))

    assert_told(await answer_of(ask()), ErrorKind.INSECURE)


async def test_no_key_at_all(monkeypatch: pytest.MonkeyPatch):
    answer = await answer_of(ask(model="openai/gpt-4o"))

    assert_told(answer, ErrorKind.KEY_REFUSED)
    assert answer.error is not None
    assert "OPENAI_API_KEY" in answer.error.sentence


async def test_a_model_of_nobody():
    assert_told(await answer_of(ask(model="nobody/nothing")), ErrorKind.BAD_REQUEST)


def assert_told(answer: Answer, kind: ErrorKind) -> None:
    error = answer.error
    assert error is not None
    assert error.kind is kind, error.detail
    assert error.sentence.endswith(".")
    assert error.sentence[0].isupper()
    for words in (KEY, "Traceback", "litellm", "Exception", "{", "Error code"):
        assert words not in error.sentence
    assert KEY not in error.detail


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
