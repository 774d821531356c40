"""The hydrate that Reflex sends when a tab connects. It overrides private parts of Reflex, so a new Reflex has to pass
here."""

import importlib

import pytest
from reflex.state import State
from reflex.utils import format

from chat_stream.state import AdminState, SessionState, TeamState


@pytest.fixture
def state() -> State:
    """A tab's, of the whole app."""
    importlib.import_module("chat_stream.chat_stream")
    return State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]


async def test_a_hydrate_has_what_the_page_needs_and_nothing_that_it_says_anew_on_load(state: State):
    hydrate = state.dict()
    assert SessionState.get_full_name() in hydrate
    assert TeamState.get_full_name() not in hydrate
    assert AdminState.get_full_name() not in hydrate
    assert all(hydrate.values())


async def test_the_page_is_built_with_every_state(state: State):
    built = state.dict(initial=True)
    assert TeamState.get_full_name() in built
    assert AdminState.get_full_name() in built


async def test_a_hydrate_says_nothing_of_the_request(state: State):
    assert "router" not in format.json_dumps(state.dict())
