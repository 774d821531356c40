"""A stream is read right, however the network cuts it into pieces."""

from collections.abc import AsyncIterator

import httpx
import pytest

from chat_stream.llm.events import EventError, UnreadableError, parts_of

STREAM = (
    ': a comment\n\ndata: {"a": "é🌊"}\n\nevent: x\r\nid: 7\r\ndata:{"b":\r\ndata: 2}\r\n\r\n\n\ndata: [DONE]\n\nrest'
).encode()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
async def test_pieces_of_any_size_make_the_same_parts(size: int):
    assert await parts(STREAM, size) == [{"a": "é🌊"}, {"b": 2}]


async def test_an_event_cut_by_the_end_is_none():
    assert await parts(b'data: {"a": 1}\n\ndata: {"b": 2}') == [{"a": 1}]


@pytest.mark.parametrize("data", ["5", "[]", "null", '"text"'])
async def test_what_is_no_object_is_unreadable(data: str):
    with pytest.raises(UnreadableError):
        await parts(f"data: {data}\n\n".encode())


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


async def parts(stream: bytes, size: int = 1000) -> list[object]:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(stream), size):
            yield stream[start : start + size]

    return [part async for parts in parts_of(httpx.Response(200, content=pieces())) for part in parts]
