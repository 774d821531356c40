"""The cost of an answer on the wire, measured in the browser."""

import json

import pytest

from tests.support.provider import Finish, ScriptedProvider
from tests.support.visitor import Tab, Visitor, words

MOST_BYTES_PER_BYTE = 3.0
MOST_DELTAS_A_SECOND = 30


async def ratio(ada: Visitor, provider: ScriptedProvider, count: int) -> float:
    """Bytes on the websocket for each byte of the answer's text, as UTF-8."""
    provider.forget()
    provider.on("tokens", provider.tokens(count, 400), Finish())
    tab = await ada.tab()
    tab.wire.clear()
    await tab.ask("Some tokens.")
    await tab.shows_status("completed", within=count / 400 + 30)
    call = provider.calls[-1]
    assert await tab.text() == words(call.text)
    seconds = (call.ended_at or 0) - call.started_at
    assert len(tab.wire.deltas) <= MOST_DELTAS_A_SECOND * (seconds + 1)
    return tab.wire.size / len(call.text.encode())


@pytest.mark.parametrize(
    ("short", "long"),
    [(400, 1_600), pytest.param(1_000, 10_000, marks=[pytest.mark.slow, pytest.mark.timeout(240)])],
)
async def test_the_wire_carries_at_most_three_bytes_for_each_byte_of_text(
    ada: Visitor, provider: ScriptedProvider, short: int, long: int
):
    of_short, of_long = await ratio(ada, provider, short), await ratio(ada, provider, long)
    assert of_long <= MOST_BYTES_PER_BYTE
    assert of_long <= of_short


async def test_each_delta_is_contiguous_and_said_once(ada: Visitor, provider: ScriptedProvider):
    provider.on("tokens", provider.tokens(300, 300), Finish())
    tab = await ada.tab()
    await tab.ask("Some tokens.")
    await tab.shows_status("completed")
    assert appended(tab) == provider.calls[-1].text


def appended(tab: Tab) -> str:
    """The text that the deltas carried, checked to be contiguous."""
    text = ""
    for frame in tab.wire.deltas:
        _, *delta = json.loads(frame[frame.index(b"[") :])
        for operation in delta:  # the first may be the number of the question that this answers
            if isinstance(operation, list) and isinstance(operation[0], int):
                _, start, length, piece = operation
                assert (start, length) == (len(text), len(piece))
                text += piece
    return text
