"""Bedrock's answers come in a binary form that LiteLLM reads: exact text, honest ends, thoughts apart."""

import json
import zlib
from typing import Any

import pytest

from chat_stream.llm import ErrorKind

from .asking import answer_of, ask
from .raw_server import Wire
from .test_stream import EXACT

CLAUDE = "bedrock/converse/anthropic.claude-3-7-sonnet-20250219-v1:0"
EVENTS = "application/vnd.amazon.eventstream"

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*ReadOnly:UserWarning"),
    pytest.mark.filterwarnings("ignore::pydantic.warnings.PydanticDeprecatedSince211"),
]
"""pydantic's remarks on LiteLLM."""


@pytest.fixture(autouse=True)
def at_the_wire(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIA")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_REGION_NAME", "eu-central-1")
    monkeypatch.setenv("AWS_BEDROCK_RUNTIME_ENDPOINT", wire.url)


def frame(kind: str, *, message: str = "event", **payload: Any) -> bytes:
    """One message of `application/vnd.amazon.eventstream`, as botocore's `eventstream` reads it."""
    name = "exception-type" if message == "exception" else "event-type"
    headers = {f":{name}": kind, ":content-type": "application/json", ":message-type": message}
    head = b"".join(
        bytes([len(key)]) + key.encode() + b"\x07" + len(value).to_bytes(2, "big") + value.encode()
        for key, value in headers.items()
    )
    body = json.dumps(payload, ensure_ascii=False).encode("utf-8", "surrogatepass")
    prelude = (16 + len(head) + len(body)).to_bytes(4, "big") + len(head).to_bytes(4, "big")
    prelude += zlib.crc32(prelude).to_bytes(4, "big")
    whole = prelude + head + body
    return whole + zlib.crc32(whole).to_bytes(4, "big")


def delta(index: int = 0, **grown: Any) -> bytes:
    return frame("contentBlockDelta", contentBlockIndex=index, delta=grown)


def end(reason: str) -> bytes:
    usage = {"inputTokens": 12, "outputTokens": 9, "totalTokens": 21}
    return frame("messageStop", stopReason=reason) + frame("metadata", usage=usage, metrics={"latencyMs": 9})


START = frame("messageStart", role="assistant")
TOOL = frame("contentBlockStart", contentBlockIndex=1, start={"toolUse": {"toolUseId": "t", "name": "f"}})


async def test_an_answer_of_bedrock_is_read_exactly(wire: Wire):
    exact = [each for each in EXACT if each.isprintable() or each.isspace()]
    thoughts = delta(reasoningContent={"text": "Add "}) + delta(reasoningContent={"text": "them."})
    signature = delta(reasoningContent={"signature": "EqQB"})
    body = START + thoughts + signature + b"".join(delta(1, text=each) for each in exact) + end("end_turn")
    wire.says(body, piece=50, content_type=EVENTS)

    answer = await answer_of(ask(model=CLAUDE))

    assert answer.error is None, answer.error.detail
    assert (answer.content, answer.reasoning) == ("".join(exact), "Add them.")
    assert answer.finish_reason == "stop"
    assert answer.usage is not None
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (12, 9)


@pytest.mark.parametrize(
    ("body", "content", "kind"),
    [
        (delta(text="Hi") + end("guardrail_intervened"), "Hi", ErrorKind.CONTENT_FILTERED),
        (delta(text="Hi") + TOOL + end("tool_use"), "Hi", ErrorKind.TOOL_ASKED),
        (delta(text="Hi"), "Hi", ErrorKind.CUT_OFF),
        (
            delta(text="Hi") + frame("throttlingException", message="exception", **{"message ": "Too many requests"}),
            "Hi",
            ErrorKind.RATE_LIMITED,
        ),
    ],
    ids=["guardrail", "tool", "cut", "throttled"],
)
async def test_an_answer_of_bedrock_that_is_none_says_so(wire: Wire, body: bytes, content: str, kind: ErrorKind):
    wire.says(START + body, content_type=EVENTS)

    answer = await answer_of(ask(model=CLAUDE))

    assert answer.content == content
    assert answer.error is not None
    assert answer.error.kind is kind, answer.error.detail


async def test_an_answer_of_bedrock_that_is_cut_says_so(wire: Wire):
    wire.says(START + delta(text="Hi") + end("max_tokens"), content_type=EVENTS)

    answer = await answer_of(ask(model=CLAUDE))

    assert (answer.content, answer.finish_reason, answer.error) == ("Hi", "length", None)
