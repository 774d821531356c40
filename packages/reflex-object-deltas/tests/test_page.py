"""The page half: a map of objects in which texts grow."""

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_in_node import Page

from reflex_object_deltas import ObjectMap
from reflex_object_deltas.operations import append, bookmark, fold, grow

M, N = ObjectMap("m", dict), ObjectMap("n", dict)


def test_an_object_is_set_replaced_and_deleted(page: Page):
    page.take(M.set("a", {"x": 1}), M.set("b", {}))
    assert (page.object("a"), page.do("keys", "m")) == ({"x": 1}, ["a", "b"])
    page.take(M.set("a", {"y": 2}))
    assert (page.object("a"), page.do("keys", "m")) == ({"y": 2}, ["a", "b"])
    page.take(M.delete("a"))
    assert (page.object("a"), page.do("keys", "m")) == (None, ["b"])


def test_all_objects_are_looked_at_at_once_by_who_puts_them_in_order(page: Page):
    page.take(M.set("a", {"x": 1}), M.set("b", {}))
    assert page.do("entries", "m") == [["a", {"x": 1}], ["b", {}]]
    page.take(M.set("a", {"x": 2}), M.delete("b"))
    assert page.do("entries", "m") == [["a", {"x": 2}]]


def test_what_takes_long_to_show_is_shown_in_larger_pieces_and_its_end_at_once(page: Page):
    page.take(M.set("a", {}))
    page.do("watchSlowly", ["a", 400])
    page.take(grow(0, "s", "m", "a", "text", 0))
    assert page.do("renders") == {"a": 1}
    assert page.do("deltas", [[page.run, append(0, at, at + 1, "x")] for at in range(5)]) == {"a": 2}
    assert page.object("a") == {"text": "xxxxx"}
    page.take(append(0, 5, 6, "x"), fold(0, "m", "a", "whole"))
    assert page.do("renders") == {"a": 3}


def test_what_waits_is_shown_when_there_is_time(page: Page):
    page.take(M.set("a", {}))
    page.do("watchSlowly", ["a", 100])
    page.take(grow(0, "s", "m", "a", "text", 0))
    for at in range(2):
        page.take(append(0, at, at + 1, "x"))
    deadline = time.monotonic() + 10
    while page.do("renders") != {"a": 3} and time.monotonic() < deadline:
        time.sleep(0.02)
    assert page.do("renders") == {"a": 3}


def test_only_the_object_that_changed_is_rendered(page: Page):
    page.take(M.set("a", {}), M.set("b", {}))
    page.do("watch", "a")
    page.do("watch", "b")
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 1, "x"), append(0, 1, 2, "y"))
    assert page.do("renders") == {"a": 1}


@pytest.mark.parametrize("misfit", [append(7, 2, 3, "c"), append(7, 9, 10, "z"), append(8, 0, 1, "?")])
def test_a_text_grows_only_where_it_ended(page: Page, misfit: Any):
    page.take(grow(7, "s", "m", "a", "text", 0), append(7, 0, 2, "😀b"))
    page.take(append(7, 2, 3, "c"))
    assert page.object("a") == {"text": "😀bc"}
    page.take(misfit)
    assert page.object("a") == {"text": "😀bc"}
    assert page.asked() == [["s", 0, {"s": 3}]]


def test_what_the_page_has_of_a_stream_is_kept_when_it_is_followed_again(page: Page):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 3, "abc"), bookmark("book", 5))
    page.take(grow(4, "s", "m", "a", "text", 3), append(4, 3, 4, "d"))
    assert page.object("a") == {"text": "abcd"}
    assert page.asked() == []


@pytest.mark.parametrize("misfit", [grow(0, "s", "m", "a", "text", 2), grow(1, "other", "m", "b", "text", 2)])
def test_a_server_that_believes_in_another_end_is_asked_again(page: Page, misfit: Any):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 3, "abc"), bookmark("book", 5))
    page.take(misfit)
    assert page.asked() == [["s", 5, {"s": 3}]]


def test_nothing_after_a_gap_is_taken_until_the_page_has_asked_again(page: Page):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 3, "abc"), bookmark("book", 5))
    page.take(append(0, 4, 5, "e"), M.set("b", {}), fold(0, "n", "a", "text"), bookmark("book", 6))
    page.take(append(0, 3, 4, "d"), bookmark("book", 7))
    assert page.asked() == [["s", 5, {"s": 3}]]
    page.take(grow(0, "s", "m", "a", "text", 3), append(0, 3, 5, "de"))
    assert (page.object("a"), page.object("b")) == ({"text": "abcde"}, None)


def test_only_the_newest_question_is_answered(page: Page):
    """An answer that was on its way when the page asked again would change what the page said it has."""
    page.take(append(0, 1, 2, "?"))
    page.asked()
    assert page.run == 2
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 3, "abc"), run=1)
    page.take(M.set("b", {}), bookmark("book", 5), run=3)
    assert (page.object("a"), page.object("b")) == (None, None)


def test_what_is_followed_ahead_waits_until_the_page_shows_it(page: Page):
    page.take(M.set("a", {}), bookmark("book", 3))
    page.do("followAhead", "t")
    assert page.asked() == [["t", 0, {}]]
    page.take(M.set("b", {}), grow(0, "stream", "m", "b", "text", 0))
    page.take(append(0, 0, 2, "Hi"))
    assert page.do("keys", "m") == ["a"]
    page.do("show", "t")
    assert (page.do("keys", "m"), page.object("b")) == (["b"], {"text": "Hi"})
    page.take(append(0, 2, 3, "!"))
    assert (page.object("b"), page.asked()) == ({"text": "Hi!"}, [])


def test_what_is_followed_ahead_is_dropped_if_the_page_shows_something_else(page: Page):
    page.do("followAhead", "t")
    page.asked()
    page.take(M.set("b", {}))
    page.do("show", "u")
    assert page.asked() == [["u", 0, {}]]
    page.take(M.set("c", {}))
    assert page.do("keys", "m") == ["c"]
    page.do("show", "t")
    assert page.asked() == [["t", 0, {}]]


def test_a_gap_before_it_is_shown_lets_the_page_ask_again(page: Page):
    page.take(append(0, 1, 2, "x"))
    page.do("followAhead", "t")
    assert page.asked() == [["t", 0, {}], ["s", 0, {}]]
    page.do("show", "t")
    assert page.asked() == [["t", 0, {}]]


def test_operations_that_answer_no_subscription_always_count(page: Page):
    page.do("delta", [M.set("a", {"x": 1})])
    assert page.object("a") == {"x": 1}


def test_another_stream_in_the_same_place_begins_anew(page: Page):
    page.take(grow(0, "first", "m", "a", "text", 0), append(0, 0, 3, "abc"))
    page.take(grow(1, "second", "m", "a", "text", 0), append(1, 0, 1, "x"))
    assert page.object("a") == {"text": "x"}
    page.take(append(0, 3, 4, "d"))
    assert page.object("a") == {"text": "x"}


def test_a_folded_text_belongs_to_the_settled_object(page: Page):
    page.take(M.set("a", {"status": "pending"}))
    page.take(grow(0, "c", "n", "a", "content", 0), grow(1, "r", "n", "a", "reasoning", 0), append(0, 0, 2, "hi"))
    page.take(M.set("a", {"status": "done"}), fold(0, "m", "a", "text"), fold(1, "m", "a", "thoughts"))
    assert page.object("a") == {"status": "done", "text": "hi", "thoughts": ""}
    assert (page.object("a", "n"), page.do("keys", "n")) == (None, [])


def test_a_fold_of_what_the_page_does_not_have_is_a_gap(page: Page):
    page.take(fold(3, "m", "a", "text"))
    assert page.asked() == [["s", 0, {}]]


pieces = st.lists(st.tuples(st.integers(0, 2), st.text(max_size=5)), max_size=30)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(pieces)
def test_texts_that_grow_at_the_same_time_are_what_was_sent(page: Page, pieces: list[tuple[int, str]]):
    page.take(*(M.delete(str(key)) for key in range(3)))
    page.take(*(grow(key, f"stream {key}", "m", str(key), "text", 0) for key in range(3)))
    texts = ["", "", ""]
    for key, piece in pieces:
        start = len(texts[key])
        texts[key] += piece
        page.take(append(key, start, len(texts[key]), piece))
    assert [page.object(str(key))["text"] for key in range(3)] == texts


def test_what_is_selected_of_a_whole_map_is_asked_for_at_each_change(page: Page):
    page.take(M.set("a", {"rank": 1}), M.set("b", {"rank": 2}))
    assert page.do("best", "rank") == "b"
    page.take(M.set("a", {"rank": 3}))
    assert page.do("best", "rank") == "a"
    page.take(N.set("a", {"rank": 9}), M.delete("a"))
    assert page.do("best", "rank") == "b"


def test_a_text_goes_on_in_an_object_that_is_set_anew(page: Page):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 2, "hi"), M.set("a", {"title": "b"}))
    page.take(append(0, 2, 3, "!"))
    assert page.object("a") == {"title": "b", "text": "hi!"}
    assert page.asked() == []


@pytest.mark.parametrize("value", [{"text": "whole"}, None])
def test_an_object_that_is_set_with_its_text_ends_what_grew_there(page: Page, value: Any):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 2, "hi"), M.set("a", value))
    assert page.object("a") == value
    page.take(append(0, 2, 3, "!"))
    assert page.object("a") == value
    assert page.asked() == [["s", 0, {}]]


def test_a_text_can_be_folded_where_it_grew(page: Page):
    page.take(M.set("a", {"title": "b"}), grow(0, "s", "m", "a", "text", 0), append(0, 0, 2, "hi"))
    page.take(fold(0, "m", "a", "text"))
    assert page.object("a") == {"title": "b", "text": "hi"}
    page.take(append(0, 2, 3, "!"))
    assert page.asked() == [["s", 0, {}]]


def test_a_text_can_be_folded_into_another_field_of_its_object(page: Page):
    page.take(grow(0, "s", "m", "a", "draft", 0), append(0, 0, 2, "hi"), fold(0, "m", "a", "text"))
    assert page.object("a") == {"text": "hi"}
