"""A stream is read right, however the network cuts it into pieces."""

import asyncio
import json
import zlib
from collections.abc import AsyncIterator

import httpx
import pytest

from chat_stream.llm.wire import lines, server_sent_events
from chat_stream.llm.wire.events import CutEventError, EventError, UnreadableError, parts_of

STREAM = (
    ': a comment\n\ndata: {"a": "é🌊"}\n\nevent: x\r\nid: 7\r\ndata:{"b":\r\ndata: 2}\r\n\r\n\n\ndata: [DONE]\n\nrest'
).encode()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
async def test_pieces_of_any_size_make_the_same_parts(size: int):
    assert await parts(STREAM, size) == [{"a": "é🌊"}, {"b": 2}]


@pytest.mark.parametrize("end", ["", "\n", "\r", "\n\n"])
async def test_the_last_event_needs_no_end(end: str):
    assert await parts(f'data: {{"a": 1}}\n\ndata: {{"b": 2}}{end}'.encode()) == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize("cut", ['data: {"b": ', 'data: {"b": "é'.encode()[:-1], '{\n "b":\n', 'data: {"b":\ndata: 1'])
async def test_an_event_cut_by_the_end_is_told(cut: str | bytes):
    cut = cut.encode() if isinstance(cut, str) else cut
    with pytest.raises(CutEventError):
        await parts(b'data: {"a": 1}\n\n' + cut)


ONE, TWO, THREE = '{"a": "é🌊"}', '{"b": 2}', '{"c": "x\ty"}'

NEARLY_EVENTS = {
    "a byte order mark": f"\ufeffdata: {ONE}\n\ndata: {TWO}\n\ndata: {THREE}\n\n",
    "CR": f"data: {ONE}\r\rdata: {TWO}\r\rdata: {THREE}\r\r",
    "CR and LF": f"data: {ONE}\r\n\r\ndata: {TWO}\r\n\r\ndata: {THREE}\r\n\r\n",
    "all three": f"data: {ONE}\r\n\rdata: {TWO}\n\r\ndata: {THREE}\r\n\n",
    "no blank lines": f"data: {ONE}\ndata: {TWO}\ndata: {THREE}\n",
    "other fields": f"event: m\nid: 1\ndata: {ONE}\nretry: 5\nevent: m\ndata: {TWO}\nid\n\n: hello\ndata:{THREE}\n\n",
    "many lines": f'data: {ONE}\n\ndata: {{\ndata: "b":\ndata:\ndata: 2\ndata: }}\n\ndata: {THREE}\n\n',
    "no data before": f"{ONE}\n{TWO}\n{THREE}",
    "data twice": f"data: data: {ONE}\n\ndata: data:{TWO}\n\ndata: {THREE}\n\n",
    "glued": f"data: {ONE}{TWO}{THREE}\n\n",
    "glued with data": f"data: {ONE}data: {TWO} data: {THREE}data: [DONE]\n\n",
    "in capitals": f"DATA: {ONE}\n\nData: {TWO}\n\ndata: {THREE}\n\n",
    "moved to the right": f"  data: {ONE}\n\n\tdata: {TWO}\n\n data: {THREE}\n\n",
    "nothing in some": f"data:\n\ndata: {ONE}\n\ndata: \n\ndata\n\ndata: {TWO}\n\ndata: {THREE}\n\n",
    "fields of nobody": f"foo: bar\ndata: {ONE}\n\nwhat?\ndata: {TWO}\n\n\ndata: {THREE}\n\n",
    "a list": f"data: [{ONE}, {TWO}, {THREE}]\n\n",
    "one text of lists": f"[\n{ONE},\n{TWO},\n{THREE}\n]",
    "the end in other words": f"data: {ONE}\n\ndata: {TWO}\n\ndata: {THREE}\n\ndata:  [done] \n\ndata: {ONE}\n\n",
    "an end without data": f"data: {ONE}\n\ndata: {TWO}\n\ndata: {THREE}\n\n[DONE]\ndata: {ONE}\n\n",
    "an end in quotes": f'data: {ONE}\n\ndata: {TWO}\n\ndata: {THREE}\n\ndata: "[DONE]"\n\ndata: {ONE}\n\n',
}


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("form", NEARLY_EVENTS)
async def test_what_is_nearly_an_event_is_read_as_one(form: str, size: int):
    assert await parts(NEARLY_EVENTS[form].encode(), size) == [{"a": "é🌊"}, {"b": 2}, {"c": "x\ty"}]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
async def test_a_whole_line_is_not_waited_on(end: str):
    reads = parts_of(httpx.Response(200, content=endless(f"data: {ONE}{end}".encode())))
    assert await anext(reads) == [{"a": "é🌊"}]


@pytest.mark.parametrize(("coding", "bits"), [("gzip", 31), ("deflate", 15)])
async def test_a_compressed_event_is_not_waited_on(coding: str, bits: int):
    press = zlib.compressobj(wbits=bits)
    read = press.compress(f"data: {ONE}\n\n".encode()) + press.flush(zlib.Z_SYNC_FLUSH)
    reads = parts_of(httpx.Response(200, headers={"Content-Encoding": coding}, content=endless(read)))
    assert await anext(reads) == [{"a": "é🌊"}]


async def test_what_came_before_something_unreadable_in_one_event_was_said():
    reads = parts_of(httpx.Response(200, content=f"data: {ONE}{{oops\n\n".encode()))
    assert await anext(reads) == [{"a": "é🌊"}]
    with pytest.raises(json.JSONDecodeError):
        await anext(reads)


@pytest.mark.parametrize("data", ["5", "[]", "null", '"text"'])
async def test_what_is_no_object_is_unreadable(data: str):
    with pytest.raises(UnreadableError):
        await parts(f"data: {data}\n\n".encode())


@pytest.mark.parametrize("line", ["x", "data: {\n"])
async def test_an_event_without_end_is_not_collected_forever(line: str, monkeypatch: pytest.MonkeyPatch):
    for module in (lines, server_sent_events):
        monkeypatch.setattr(module, "LONGEST", 2**18)

    async def endless_lines() -> AsyncIterator[bytes]:
        while True:
            yield line.encode() * 2**16

    with pytest.raises(UnreadableError):
        await anext(parts_of(httpx.Response(200, content=endless_lines())))


@pytest.mark.parametrize("error", ['{"message": "Sorry", "code": 502}', '"Sorry"'])
async def test_an_error_is_raised(error: str):
    with pytest.raises(EventError, match="Sorry"):
        await parts(f'data: {{"error": {error}}}\n\n'.encode())


async def test_what_came_together_comes_together():
    reads = parts_of(httpx.Response(200, content=STREAM))
    assert [parts async for parts in reads] == [[{"a": "é🌊"}, {"b": 2}]]


async def test_what_came_with_an_error_was_said():
    reads = parts_of(httpx.Response(200, content=b'data: {"a": 1}\n\ndata: {"error": "Sorry"}\n\n'))
    assert await anext(reads) == [{"a": 1}]
    with pytest.raises(EventError):
        await anext(reads)


async def endless(read: bytes) -> AsyncIterator[bytes]:
    yield read
    await asyncio.Event().wait()


async def parts(stream: bytes, size: int = 1000) -> list[object]:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(stream), size):
            yield stream[start : start + size]

    return [part async for parts in parts_of(httpx.Response(200, content=pieces())) for part in parts]
