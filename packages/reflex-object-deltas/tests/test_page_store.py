"""`testing.PageStore` and the page half keep the same, whatever they are sent."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from page_in_node import Page

from reflex_object_deltas import ObjectMap
from reflex_object_deltas.operations import append, bookmark, fold, grow
from reflex_object_deltas.testing import PageStore

M, N = ObjectMap("m", dict), ObjectMap("n", dict)
MAPS, KEYS, FIELDS, STREAMS = ("m", "n"), ("a", "b"), ("text", "draft"), ("s", "t")

place = st.tuples(st.sampled_from(MAPS), st.sampled_from(KEYS), st.sampled_from(FIELDS))
values = st.sampled_from([{}, {"title": "x"}, {"text": "whole"}, None, 3])
operations = st.one_of(
    st.builds(lambda name, key, value: ("=", name, key, value), st.sampled_from(MAPS), st.sampled_from(KEYS), values),
    st.builds(lambda name, key: ("-", name, key), st.sampled_from(MAPS), st.sampled_from(KEYS)),
    st.builds(
        lambda alias, stream, at, end: grow(alias, stream, at[0], at[1], at[2], end),
        st.integers(0, 1),
        st.sampled_from(STREAMS),
        place,
        st.integers(0, 2),
    ),
    st.builds(lambda alias, start: append(alias, start, start + 1, "x"), st.integers(0, 1), st.integers(0, 2)),
    st.builds(lambda alias, at: fold(alias, *at), st.integers(0, 1), place),
    st.builds(bookmark, st.just("book"), st.integers(0, 9)),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(operations, max_size=4), max_size=5))
@example(
    [[grow(0, "s", "m", "a", "text", 0), append(0, 0, 1, "x"), M.set("a", {"title": "y"})], [append(0, 1, 2, "x")]]
)
@example([[grow(0, "s", "m", "a", "text", 0), append(0, 0, 1, "x"), fold(0, "m", "a", "draft")]])
@example([[grow(0, "s", "m", "a", "text", 0)], [fold(0, "n", "b", "text"), append(0, 0, 1, "x")]])
def test_both_keep_the_same(page: Page, deltas: list[list[Any]]):
    page.take(append(9, 0, 1, "?"))  # a gap, so that the page begins a new run
    page.asked()
    store = PageStore(MAPS, "book")
    store.run = page.run
    page.take(*(map_.delete(key) for map_ in (M, N) for key in KEYS), bookmark("book", 0))
    for delta in deltas:
        if delta:
            page.take(*delta)
            store.apply([store.run, *delta])
    for name in MAPS:
        assert {key: page.object(key, name) for key in KEYS} == {key: _entry(store, name, key) for key in KEYS}
    questions = page.asked()
    assert questions == ([["s", *store.has()]] if store.has_gap else [])


@pytest.mark.parametrize("operation", [("*", "new"), ("=", "m", "a"), ("v", 2), None, ()])
def test_an_unknown_operation_is_a_gap_to_the_store_too(operation: Any):
    store = PageStore(MAPS, "book")
    run = store.begin()
    store.apply([run, ("v", 1), M.set("a", {})])
    assert not store.has_gap
    store.apply([run, M.set("a", {"x": 1}), operation])
    assert store.has_gap
    assert store.maps["m"] == {"a": {}}


def _entry(store: PageStore, name: str, key: str) -> Any:
    return store.maps.get(name, {}).get(key)
