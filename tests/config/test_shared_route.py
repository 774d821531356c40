"""The list of routes that Reflex hands to React Router."""

from pathlib import Path

import pytest
import reflex_base

from chat_stream.shared_route import LIST, with_shared_route

REFLEXS_OWN = Path(reflex_base.__file__).parent / ".templates" / "web" / LIST


def test_it_still_is_as_reflex_writes_it_and_is_changed_once():
    changed = with_shared_route(REFLEXS_OWN.read_text())
    assert "routes.map" in changed
    assert with_shared_route(changed) == changed


def test_another_list_stops_the_build():
    with pytest.raises(ValueError, match=r"routes\.js"):
        with_shared_route("export const routes = [];")
