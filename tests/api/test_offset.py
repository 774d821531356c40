"""Offsets: opaque, sortable, and read back as what was written."""

from hypothesis import given
from hypothesis import strategies as st

from chat_stream.api.streams.offset import NOW, START, Offset
from chat_stream.streaming import Positions

MOST = 10**10 - 1
positions = st.builds(Positions, st.integers(0, MOST), st.integers(0, MOST))
offsets = st.builds(Offset, st.integers(1, 10**6 - 1), positions)


@given(offsets)
def test_an_offset_is_read_back_as_it_was_written(offset: Offset):
    assert Offset.parse(str(offset)) == offset


@given(offsets, st.tuples(st.integers(0, 1000), st.integers(0, 1000)))
def test_the_later_of_two_offsets_sorts_behind(offset: Offset, grown: tuple[int, int]):
    content, reasoning = (min(MOST, has + more) for has, more in zip(offset.positions, grown, strict=True))
    later = offset._replace(positions=Positions(content, reasoning))
    assert str(offset) <= str(later)
    assert (str(offset) == str(later)) == (offset == later)


@given(offsets)
def test_an_offset_needs_no_escaping_and_is_no_sentinel(offset: Offset):
    token = str(offset)
    assert token.replace("_", "").isalnum()
    assert token.isascii()
    assert token not in (START, NOW)
    assert len(token) < 256


@given(st.text())
def test_any_other_text_is_no_offset(token: str):
    offset = Offset.parse(token)
    assert offset is None or str(offset) == token


@given(st.text(alphabet="0123456789_-٣ \n", max_size=40))
def test_text_that_looks_alike_is_no_offset(token: str):
    offset = Offset.parse(token)
    assert offset is None or str(offset) == token
