"""Text is where it belongs, by whatever name a server sends it, and what isn't text is told."""

import json
from typing import Any

import pytest

from chat_stream.llm import ErrorKind
from tests.support.provider import Finish, Raw, Say, ScriptedProvider

from .asking import Answer, answer_of, ask


def text(words: str) -> dict[str, str]:
    return {"type": "text", "text": words}


def thinking(*parts: Any) -> dict[str, Any]:
    return {"type": "thinking", "thinking": list(parts)}


def delta(**fields: Any) -> Raw:
    return choice(delta=fields)


def choice(**fields: Any) -> Raw:
    return Raw(f"data: {json.dumps({'choices': [{'index': 0, **fields}]})}\n\n")


@pytest.mark.parametrize(
    ("content", "answer", "reasoning"),
    [
        ([text("forty-"), text("two")], "forty-two", ""),
        ([thinking(text("hm"), text("m")), text("42")], "42", "hmm"),
        ([thinking("h", ["m"])], "", "hm"),
        ([{"type": "thinking", "thinking": "hm"}], "", "hm"),
        ([{"type": "thinking", "text": "hm"}], "", "hm"),
        ([{"type": "reasoning", "summary": [{"type": "summary_text", "text": "hm"}]}], "", "hm"),
        ([{"type": "thought", "content": [text("hm")]}, text("42")], "42", "hm"),
        (["4", "2"], "42", ""),
        ([[text("4")], ["2"]], "42", ""),
        ([{"type": "text", "content": "42"}], "42", ""),
        ([{"type": "output_text", "text": "42", "annotations": []}], "42", ""),
        ([{"type": "text", "text": {"value": "42", "annotations": []}}], "42", ""),
        ([{"text": "42"}], "42", ""),
        (text("42"), "42", ""),
        ({"parts": [text("4"), text("2")]}, "42", ""),
        ([{"type": "new_kind", "text": "42"}], "42", ""),
        ([{"type": "new_kind", "content": [text("42")]}], "42", ""),
        ([text("See"), {"type": "reference", "reference_ids": [1, 3]}, text(".")], "See[1, 3].", ""),
        ([text("See "), {"type": "tool_reference", "title": "A", "url": "https://a.b"}], "See [A](https://a.b)", ""),
        ([text("42"), {"type": "redacted_thinking", "data": "c2VjcmV0"}], "42", ""),
        ([text("42"), None, {}, text(""), {"type": "text", "text": None}], "42", ""),
        (
            [text("See "), {"type": "citation", "title": None, "url": "https://a.b"}],
            "See [https://a.b](https://a.b)",
            "",
        ),
        (42, "42", ""),
    ],
    ids=str,
)
async def test_each_part_of_a_content_goes_where_it_belongs(
    provider: ScriptedProvider, content: Any, answer: str, reasoning: str
):
    provider.reply(delta(content=content), Say("!"), Finish())

    said = await answer_of(ask())

    assert (said.content, said.reasoning, said.error) == (answer + "!", reasoning, None)


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}},
        {"type": "input_audio", "input_audio": {"data": "AAAA"}},
        {"type": "new_kind"},
        {"type": "new_kind", "number": 7},
        {"type": "thinking", "thinking": [{"type": "new_kind"}]},
    ],
    ids=str,
)
async def test_a_part_that_is_no_text_is_told_at_the_end(provider: ScriptedProvider, part: Any):
    provider.reply(delta(content=[text("Look: "), part]), Say("nice."), Finish())

    assert_short(await answer_of(ask()), "Look: nice.", ErrorKind.NOT_SHOWN)
    assert len(provider.calls) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"delta": {"text": "42"}},
        {"text": "42", "finish_reason": None},
        {"message": {"role": "assistant", "content": "42"}},
        {"delta": {}, "message": {"content": "42"}},
        {"delta": "42"},
        {"delta": ["42"]},
        {"delta": {"role": "assistant"}, "text": "42"},
        {"delta": {"content": None}, "text": "42"},
        {"delta": {"content": "42", "tool_calls": [{"index": 0, "function": {"arguments": ""}}]}},
        {"delta": {"content": "42", "refusal": None, "tool_calls": [], "function_call": None, "audio": None}},
        {"delta": {"content": "42", "function_call": {"name": None, "arguments": ""}, "images": []}},
    ],
    ids=str,
)
async def test_text_under_another_name_is_text(provider: ScriptedProvider, fields: dict[str, Any]):
    provider.reply(choice(**fields), Finish())

    said = await answer_of(ask())

    assert (said.content, said.reasoning, said.error) == ("42", "", None)


@pytest.mark.parametrize(
    "fields",
    [
        {"reasoning_content": "hm"},
        {"reasoning": "hm"},
        {"thinking": "hm"},
        {"reasoning_text": "hm"},
        {"reasoning_details": [{"type": "reasoning.text", "text": "hm", "signature": None}]},
        {"reasoning_details": [{"type": "reasoning.summary", "summary": "hm", "format": "openai-responses-v1"}]},
        {"reasoning_details": [{"type": "reasoning.encrypted", "data": "AAAA"}], "reasoning": "hm"},
        {"reasoning": "hm", "reasoning_content": "hm", "reasoning_details": [{"type": "reasoning.text", "text": "hm"}]},
        {"thinking_blocks": [{"type": "thinking", "thinking": "hm", "signature": "x"}], "content": ""},
        {"reasoning": {"content": "hm"}},
        {"reasoning_content": [text("hm")], "content": None},
    ],
    ids=str,
)
async def test_reasoning_under_any_name_is_reasoning_once(provider: ScriptedProvider, fields: dict[str, Any]):
    provider.reply(delta(**fields), Say("42"), Finish())

    said = await answer_of(ask())

    assert (said.content, said.reasoning, said.error) == ("42", "hm", None)


async def test_a_refusal_is_its_words_and_says_that_it_is_one(provider: ScriptedProvider):
    provider.reply(delta(refusal="I can't "), delta(refusal="do that."), Finish())

    assert_short(await answer_of(ask()), "I can't do that.", ErrorKind.REFUSED)
    assert len(provider.calls) == 1


async def test_a_refusal_as_a_part_is_one_too(provider: ScriptedProvider):
    provider.reply(delta(content=[{"type": "refusal", "refusal": "No."}]), Finish())

    assert_short(await answer_of(ask()), "No.", ErrorKind.REFUSED)


CALL = [{"index": 0, "id": "c1", "type": "function", "function": {"name": "search", "arguments": "{}"}}]


@pytest.mark.parametrize("before", ["", "Let me look. "])
@pytest.mark.parametrize(
    "fields",
    [
        {"tool_calls": CALL},
        {"function_call": {"name": "search", "arguments": ""}},
        {"content": [{"type": "tool_use", "id": "t", "name": "search", "input": {}}]},
    ],
    ids=str,
)
@pytest.mark.parametrize("finish", ["tool_calls", "stop"])
async def test_a_tool_that_nobody_offered_is_told_and_the_text_kept(
    provider: ScriptedProvider, before: str, fields: dict[str, Any], finish: str
):
    provider.reply(Say(before), delta(**fields), Finish(finish))

    assert_short(await answer_of(ask()), before, ErrorKind.TOOL_ASKED)
    assert len(provider.calls) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"audio": {"id": "a", "data": "AAAA", "transcript": "Hello"}},
        {"images": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}], "content": "Hello"},
    ],
    ids=str,
)
async def test_pictures_and_sounds_are_told_and_their_words_kept(provider: ScriptedProvider, fields: dict[str, Any]):
    provider.reply(delta(**fields), Finish())

    assert_short(await answer_of(ask()), "Hello", ErrorKind.NOT_SHOWN)


def assert_short(answer: Answer, content: str, kind: ErrorKind) -> None:
    assert answer.content == content
    assert answer.error is not None
    assert answer.error.kind is kind
    assert not answer.error.is_transient
    assert answer.error.sentence.endswith(".")
