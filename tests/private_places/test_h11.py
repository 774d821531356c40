"""A chunked body says the same, however it is cut, and comes in as few pieces as it can."""

from typing import Any

import h11
import pytest
from h11 import SEND_BODY
from h11._readers import READERS, ChunkedReader

from chat_stream.llm.network.joined_chunks import join_chunks

TEXTS = (b"a", b"data: x\r\n\r\n", b"\r\n", b"0\r\n\r\n", "é🌊".encode(), b"z" * 300)
CHUNKS = b"".join(b"%x\r\n%b\r\n" % (len(text), text) for text in TEXTS)
HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(autouse=True)
def joined():
    join_chunks()
    yield
    READERS[SEND_BODY]["chunked"] = ChunkedReader  # pyright: ignore[reportIndexIssue]


def test_what_came_together_is_one_piece():
    assert pieces(HEAD, CHUNKS + b"0\r\n\r\n") == [b"".join(TEXTS), h11.EndOfMessage]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64, 1000])
@pytest.mark.parametrize("end", [b"0\r\n\r\n", b"0\r\nX-Trailer: 1\r\n\r\n", b"1;ext=1\r\n!\r\n000\r\n\r\n"])
def test_pieces_of_any_size_make_the_same_text(size: int, end: bytes):
    body = CHUNKS + end
    *text, last = pieces(HEAD, *(body[start : start + size] for start in range(0, len(body), size)))
    assert b"".join(text) == b"".join(TEXTS) + (b"!" if b"!" in end else b"")
    assert last is h11.EndOfMessage


@pytest.mark.parametrize("wrong", [b"x\r\n", b"1\r\nabc", b"-1\r\na\r\n"])
def test_what_came_before_a_wrong_chunk_was_said(wrong: bytes):
    connection = asked()
    connection.receive_data(HEAD + CHUNKS + wrong)
    assert isinstance(connection.next_event(), h11.Response)
    assert all_data(connection, until=b"".join(TEXTS))
    with pytest.raises(h11.RemoteProtocolError):
        _to_the_end(connection)


def test_a_body_that_breaks_off_is_none():
    connection = asked()
    connection.receive_data(HEAD + CHUNKS)
    connection.next_event()
    connection.next_event()
    connection.receive_data(b"")
    with pytest.raises(h11.RemoteProtocolError):
        connection.next_event()


def _to_the_end(connection: h11.Connection) -> None:
    while not isinstance(connection.next_event(), h11.EndOfMessage):
        pass


def all_data(connection: h11.Connection, until: bytes) -> bool:
    said = b""
    while len(said) < len(until):
        event = connection.next_event()
        assert isinstance(event, h11.Data)
        said += event.data
    return said.startswith(until)


def pieces(*reads: bytes) -> list[Any]:
    """The data, and what the end is, of a response that comes in these reads."""
    connection, found = asked(), list[Any]()
    for read in reads:
        connection.receive_data(read)
        while not isinstance(event := connection.next_event(), type):
            if isinstance(event, h11.Data):
                found.append(bytes(event.data))
            elif isinstance(event, h11.EndOfMessage):
                return [*found, h11.EndOfMessage]
    return found


def asked() -> h11.Connection:
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
    connection.send(h11.EndOfMessage())
    return connection
