"""The cursor of live reads never goes back and never stands still."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from chat_stream.api.streams.cursor import EPOCH, next_cursor

moments = st.timedeltas(timedelta(), timedelta(days=36500)).map(lambda since: EPOCH + since)


def test_it_counts_intervals_of_twenty_seconds():
    assert next_cursor("", EPOCH + timedelta(seconds=59)) == "2"


@given(st.integers(0, 10**14), moments)
def test_it_is_always_ahead_of_the_one_given(given_cursor: int, at):
    assert int(next_cursor(str(given_cursor), at)) > given_cursor or given_cursor < int(next_cursor("", at))
    assert int(next_cursor(str(given_cursor), at)) >= int(next_cursor("", at))


@given(st.text(), moments)
def test_anything_else_counts_as_none(given_cursor: str, at):
    cursor = next_cursor(given_cursor, at)
    assert cursor.isdigit()
    assert int(cursor) >= int(next_cursor("", at))
