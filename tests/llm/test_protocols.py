"""Anthropic's, Gemini's and Cohere's own protocols are read as they are sent: exact text, honest ends, no silence."""

import json
from typing import Any

import pytest

from chat_stream.llm import ErrorKind, Usage

from .asking import Answer, answer_of
from .raw_server import Wire
from .test_stream import EXACT

CLAUDE = "anthropic/claude-sonnet-4-5"
GEMINI = "gemini/gemini-2.5-flash"
COHERE = "cohere_chat/command-a-03-2025"
IMAGE = {"mimeType": "image/png", "data": "AAAA"}

pytestmark = pytest.mark.filterwarnings("ignore:.*ReadOnly:UserWarning")


def block(begun: dict[str, Any], *deltas: dict[str, Any]) -> list[dict[str, Any]]:
    grown = [{"type": "content_block_delta", "index": 0, "delta": delta} for delta in deltas]
    start = {"type": "content_block_start", "index": 0, "content_block": begun}
    return [start, *grown, {"type": "content_block_stop", "index": 0}]


def text(*texts: str) -> list[dict[str, Any]]:
    return block({"type": "text", "text": ""}, *({"type": "text_delta", "text": each} for each in texts))


def stop(reason: str | None) -> list[dict[str, Any]]:
    usage = {"output_tokens": 5}
    return [{"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage}, {"type": "message_stop"}]


START: dict[str, Any] = {
    "type": "message_start",
    "message": {"model": "claude", "usage": {"input_tokens": 3, "cache_read_input_tokens": 4, "output_tokens": 1}},
}
PING = {"type": "ping"}
OVERLOADED = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
TOOL = block(
    {"type": "tool_use", "id": "t", "name": "f", "input": {}}, {"type": "input_json_delta", "partial_json": "{"}
)


def events(*parts: Any) -> str:
    return "".join(f"event: {part['type']}\ndata: {json.dumps(part, ensure_ascii=False)}\n\n" for part in parts)


@pytest.mark.parametrize(
    ("parts", "content", "kind"),
    [
        ([*text("Hi"), *stop("end_turn")], "Hi", None),
        ([PING, *text("H"), PING, *text("i"), *stop("stop_sequence")], "Hi", None),
        ([*text("data: [DONE]"), *stop("end_turn")], "data: [DONE]", None),
        ([*block({"type": "text", "text": "H"}, {"type": "text_delta", "text": "i"}), *stop("end_turn")], "Hi", None),
        ([*block({"type": "new_kind", "text": "Hi"}), *stop("end_turn")], "Hi", None),
        ([*block({"type": "text", "text": ""}, {"type": "new_delta", "text": "Hi"}), *stop("end_turn")], "Hi", None),
        ([*text("Hi"), {"type": "new_event"}, *stop("end_turn")], "Hi", None),
        ([*text("Hi"), *block({"type": "new_kind"}), *stop("end_turn")], "Hi", ErrorKind.NOT_SHOWN),
        ([*text("Hi"), *TOOL, *stop("tool_use")], "Hi", ErrorKind.TOOL_ASKED),
        ([*TOOL, *stop("tool_use")], "", ErrorKind.TOOL_ASKED),
        ([*text("Well"), *stop("refusal")], "Well", ErrorKind.CONTENT_FILTERED),
        ([*text("Hi"), OVERLOADED], "Hi", ErrorKind.OVERLOADED),
        ([OVERLOADED], "", ErrorKind.OVERLOADED),
        ([*text("Hi")], "Hi", ErrorKind.CUT_OFF),
        ([*stop("end_turn")], "", ErrorKind.EMPTY),
    ],
    ids=str,
)
async def test_anthropic(wire: Wire, parts: list[Any], content: str, kind: ErrorKind | None):
    wire.says(events(START, *parts))

    assert_said(await answer_of(wire.ask(CLAUDE)), content, kind)


@pytest.mark.parametrize(("reason", "finish"), [("max_tokens", "length"), ("model_context_window_exceeded", "length")])
async def test_an_answer_of_anthropic_that_is_cut_says_so(wire: Wire, reason: str, finish: str):
    wire.says(events(START, *text("Hi"), *stop(reason)))

    answer = await answer_of(wire.ask(CLAUDE))

    assert (answer.finish_reason, answer.error) == (finish, None)
    assert answer.usage == Usage(7, 5, cached_tokens=4)


def candidate(*parts: Any, finish: str | None = None, **more: Any) -> dict[str, Any]:
    return {"candidates": [{"content": {"role": "model", "parts": list(parts)}, "finishReason": finish, **more}]}


BLOCKED = {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 3}}
RECITED = {"finishReason": "RECITATION", "index": 0}
EXHAUSTED = {"error": {"code": 429, "message": "Resource exhausted.", "status": "RESOURCE_EXHAUSTED"}}


@pytest.mark.parametrize(
    ("parts", "content", "kind"),
    [
        ([candidate({"text": "H"}, {"text": "i"}), candidate({"text": ""}, finish="STOP")], "Hi", None),
        ([candidate({"text": "Hi"}, finish="STOP")], "Hi", None),
        ([candidate({"text": "Hi", "thoughtSignature": "x"}), candidate(finish="STOP")], "Hi", None),
        ([candidate({"text": "[DONE]"}, finish="STOP")], "[DONE]", None),
        ([candidate({"text": "Hi"}, {"inlineData": IMAGE}, finish="STOP")], "Hi", ErrorKind.NOT_SHOWN),
        ([candidate({"text": "Hi"}, {"newKind": 1}, finish="STOP")], "Hi", ErrorKind.NOT_SHOWN),
        ([candidate({"functionCall": {"name": "f", "args": {}}}, finish="STOP")], "", ErrorKind.TOOL_ASKED),
        ([candidate({"text": "Hi"}), candidate(finish="MALFORMED_FUNCTION_CALL")], "Hi", ErrorKind.TOOL_ASKED),
        ([candidate({"text": "Hi"}), candidate(finish="SAFETY")], "Hi", ErrorKind.CONTENT_FILTERED),
        (
            [candidate({"text": "Hi"}), {"candidates": [{"finishReason": "RECITATION"}]}],
            "Hi",
            ErrorKind.CONTENT_FILTERED,
        ),
        ([BLOCKED], "", ErrorKind.CONTENT_FILTERED),
        ([candidate({"text": "Hi"}), EXHAUSTED], "Hi", ErrorKind.RATE_LIMITED),
        ([candidate({"text": "Hi"})], "Hi", ErrorKind.CUT_OFF),
        ([candidate(finish="STOP")], "", ErrorKind.EMPTY),
    ],
    ids=str,
)
async def test_gemini(wire: Wire, parts: list[Any], content: str, kind: ErrorKind | None):
    wire.says("".join(f"data: {json.dumps(part, ensure_ascii=False)}\r\n\r\n" for part in parts))

    assert_said(await answer_of(wire.ask(GEMINI)), content, kind)


async def test_an_answer_of_gemini_that_is_cut_says_so(wire: Wire):
    usage = {"promptTokenCount": 7, "candidatesTokenCount": 2, "thoughtsTokenCount": 3, "cachedContentTokenCount": 4}
    wire.says(f"data: {json.dumps({**candidate({'text': 'Hi'}, finish='MAX_TOKENS'), 'usageMetadata': usage})}\n\n")

    answer = await answer_of(wire.ask(GEMINI))

    assert (answer.content, answer.finish_reason, answer.error) == ("Hi", "length", None)
    assert answer.usage == Usage(7, 5, cached_tokens=4)


@pytest.mark.parametrize("model", [CLAUDE, GEMINI, COHERE])
@pytest.mark.parametrize(("status", "kind"), [(429, ErrorKind.RATE_LIMITED), (403, ErrorKind.KEY_REFUSED)])
async def test_a_call_that_is_refused_has_a_kind(wire: Wire, model: str, status: int, kind: ErrorKind):
    wire.says(
        json.dumps({"error": {"code": status, "message": "No.", "status": "NO"}}), content_type="application/json"
    )
    wire.status = status

    assert_said(await answer_of(wire.ask(model)), "", kind)
    assert len(wire.paths) == 1


def content(**grown: str) -> dict[str, Any]:
    return {"type": "content-delta", "index": 0, "delta": {"message": {"content": grown}}}


def end(reason: str) -> dict[str, Any]:
    return {"type": "message-end", "delta": {"finish_reason": reason, "usage": {"tokens": {}}}}


@pytest.mark.parametrize(
    ("parts", "content", "kind"),
    [
        ([content(text="H"), content(text="i"), end("COMPLETE")], "Hi", None),
        ([content(text="Hi"), {"type": "tool-call-start", "delta": {}}, end("TOOL_CALL")], "Hi", ErrorKind.TOOL_ASKED),
        ([content(text="Hi"), end("ERROR_TOXIC")], "Hi", ErrorKind.CONTENT_FILTERED),
        ([content(text="Hi"), end("ERROR")], "Hi", ErrorKind.PROVIDER_FAILED),
        ([content(text="Hi")], "Hi", ErrorKind.CUT_OFF),
    ],
    ids=str,
)
async def test_cohere(wire: Wire, parts: list[Any], content: str, kind: ErrorKind | None):
    wire.says(events(*parts))

    assert_said(await answer_of(wire.ask(COHERE)), content, kind)


@pytest.mark.parametrize("piece", [1, 100])
async def test_every_text_comes_through_every_protocol(wire: Wire, piece: int):
    exact = [each for each in EXACT if each.isprintable() or each.isspace()]
    bodies = {
        CLAUDE: events(START, *text(*exact), *stop("end_turn")),
        GEMINI: "".join(f"data: {json.dumps(candidate({'text': each}), ensure_ascii=False)}\n\n" for each in exact),
        COHERE: events(*(content(text=each) for each in exact), end("COMPLETE")),
    }
    bodies[GEMINI] += f"data: {json.dumps(candidate(finish='STOP'))}\n\n"
    for model, body in bodies.items():
        wire.says(body, piece=piece)
        assert_said(await answer_of(wire.ask(model)), "".join(exact), None)


def assert_said(answer: Answer, content: str, kind: ErrorKind | None) -> None:
    assert answer.content == content
    assert (answer.error and answer.error.kind) is kind, answer.error and answer.error.detail
