"""A page and a server of different versions understand each other, or the page asks again; it is never half changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from page_in_node import VERSION_0, Page

from reflex_object_deltas import ObjectMap, protocol
from reflex_object_deltas.operations import append, bookmark, grow

M = ObjectMap("m", dict)
UNKNOWN: list[Any] = [
    ["*", "m", "a", "what a newer server says"],
    ["=", "m", "a", {}, "one argument more"],
    ["-", "m"],
    [0, 0, 1],
    ["toString"],
    ["v", protocol.VERSION + 1],
    [],
    None,
    "word",
]


@pytest.fixture
def old_page() -> Iterator[Page]:
    """One that was loaded before the protocol had versions."""
    page = Page(VERSION_0)
    assert page.asked() == [["s", 0, {}]]
    yield page
    page.close()


@pytest.mark.parametrize("operation", UNKNOWN, ids=str)
def test_an_unknown_operation_is_a_gap(page: Page, operation: Any):
    page.take(M.set("a", {"x": 1}), bookmark("book", 5))
    page.take(M.set("a", {"x": 2}), operation, bookmark("book", 6))
    assert page.object("a") == {"x": 1}
    assert page.next_question() == ["s", 5, {}]


def test_a_text_goes_on_where_it_was_when_an_unknown_operation_came(page: Page):
    page.take(grow(0, "s", "m", "a", "text", 0), append(0, 0, 2, "ab"))
    page.take(append(0, 2, 3, "c"), ["*", "new"])
    page.take(append(0, 2, 3, "c"))  # was on its way
    assert page.object("a") == {"text": "ab"}
    assert page.next_question() == ["s", 0, {"s": 2}]
    page.take(grow(0, "s", "m", "a", "text", 2), append(0, 2, 4, "cd"))
    assert page.object("a") == {"text": "abcd"}


def test_an_unknown_operation_that_answers_no_question_lets_every_subscription_ask(page: Page):
    page.do("delta", [M.set("a", {}), ["*", "new"]])
    assert page.object("a") is None
    assert page.next_question() == ["s", 0, {}]


def test_a_page_that_never_understands_is_loaded_anew_once_and_goes_on_asking(page: Page):
    for _ in range(4):
        page.take(["*", "new"])
        page.next_question()
    assert page.do("reloads") == 1


def test_one_unknown_operation_is_no_reason_to_load_anew(page: Page):
    page.take(["*", "new"])
    page.next_question()
    page.take(M.set("a", {}))
    assert (page.object("a"), page.do("reloads")) == ({}, 0)


def test_an_app_may_prevent_that_a_page_is_loaded_anew(page: Page):
    page.do("prevent")
    for _ in range(3):
        page.take(["*", "new"])
        page.next_question()
    assert page.do("reloads") == 0


def test_a_page_says_which_version_it_speaks_when_it_connects(page: Page):
    assert page.do("query") == {"token": "tab", protocol.VERSION_PARAMETER: protocol.VERSION}


def test_a_page_reads_what_a_server_of_its_version_or_an_older_one_begins_with(page: Page):
    page.take(["v", protocol.VERSION], M.set("a", {}))
    page.take(M.set("b", {}))
    assert (page.object("a"), page.object("b"), page.asked()) == ({}, {}, [])


def test_both_halves_know_the_same_names_and_numbers(page: Page):
    theirs = page.do("protocol")
    assert theirs == {name: getattr(protocol, name) for name in ("EVENT", "VERSION", "VERSION_PARAMETER")}


def test_the_page_before_versions_reads_what_this_server_sends_to_it(old_page: Page):
    assert old_page.do("query") == {"token": "tab"}
    old_page.take(M.set("a", {"x": 1}), grow(0, "s", "n", "a", "text", 0), append(0, 0, 2, "hi"), bookmark("book", 3))
    old_page.take(append(0, 2, 3, "!"), [".", 0, "m", "a", "text"], bookmark("book", 4))
    assert (old_page.object("a"), old_page.asked()) == ({"x": 1, "text": "hi!"}, [])
