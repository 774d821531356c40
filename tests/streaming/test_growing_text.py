"""A text that only grows gives any of its ends."""

from hypothesis import given
from hypothesis import strategies as st

from chat_stream.streaming.follow.growing_text import GrowingText


@given(st.lists(st.text(min_size=1)), st.data())
def test_it_gives_what_lies_beyond_any_position(pieces: list[str], data: st.DataObject):
    growing = GrowingText()
    for piece in pieces:
        assert growing.append(growing.end, piece)
    whole = "".join(pieces)
    position = data.draw(st.integers(0, len(whole) + 1))
    assert (growing.end, growing.since(position)) == (len(whole), whole[position:])


def test_a_gap_is_refused():
    growing = GrowingText()
    growing.append(0, "abc")
    assert not growing.append(4, "e")
    assert growing.since(0) == "abc"


def test_what_it_has_already_is_not_added_twice():
    growing = GrowingText()
    growing.append(0, "abc")
    assert growing.append(1, "bcd")
    assert growing.append(0, "ab")
    assert growing.since(0) == "abcd"
