"""A mistake is an error at once, which says what to do."""

import os
import subprocess
import sys
from typing import Any

import pytest
import reflex as rx

from reflex_object_deltas import ObjectMap, ObjectMapMisused, reflex_insides

NOTES: ObjectMap[dict[str, str]] = ObjectMap("notes", dict[str, str])


@rx.memo
def note(note_id: rx.Var[str]) -> rx.Component:
    return rx.el.p(NOTES[note_id]["title"])


def test_a_memo_reads_an_object():
    assert 'useObject("notes", ' in next(iter(NOTES[rx.Var("key")]._get_all_var_data().hooks))


def test_a_map_is_shown_by_an_rx_foreach_over_its_keys():
    rx.el.ul(rx.foreach(NOTES.keys(), lambda key: note(note_id=key))).render()


def test_a_map_that_is_read_in_an_rx_foreach_says_that_a_memo_is_needed():
    with pytest.raises(ObjectMapMisused, match=r"in an rx\.memo, which takes the key"):
        rx.foreach(NOTES.keys(), lambda key: rx.el.p(NOTES[key]["title"])).render()


def test_a_memo_with_a_parameter_called_key_says_that_react_keeps_it():
    @rx.memo
    def row(key: rx.Var[str]) -> rx.Component:
        return rx.el.p(NOTES[key]["title"])

    with pytest.raises(ObjectMapMisused, match="Call its parameter another name"):
        row(key="a")


def test_a_whole_map_is_no_var():
    with pytest.raises(ObjectMapMisused, match="is no Var"):
        rx.foreach(NOTES, lambda key: rx.el.p(key))


@pytest.mark.parametrize("look", [list, len, lambda notes: "a" in notes])
def test_a_map_holds_nothing_on_the_server(look: Any):
    with pytest.raises(ObjectMapMisused, match="holds nothing on the server"):
        look(NOTES)


@pytest.mark.parametrize("read", [lambda: NOTES["a"], lambda: NOTES.keys()])
def test_an_event_handler_cannot_read_a_map(monkeypatch: pytest.MonkeyPatch, read: Any):
    monkeypatch.setattr(reflex_insides.EventContext, "get", lambda: None)
    with pytest.raises(ObjectMapMisused, match="an event handler keeps its objects elsewhere"):
        read()


@pytest.mark.parametrize("use", [lambda: NOTES.set(1, {}), lambda: NOTES.delete(None), lambda: NOTES[2]])  # pyright: ignore[reportArgumentType]
def test_a_key_is_a_string(use: Any):
    with pytest.raises(ObjectMapMisused, match=r"use str\(key\)"):
        use()


def test_a_map_needs_a_name():
    with pytest.raises(ObjectMapMisused, match="needs a name"):
        ObjectMap("", dict)


DECLARES_IT = """
import reflex as rx
from typing import ClassVar
from reflex.utils.format import json_dumps
from reflex_object_deltas import ObjectMap

class Notes(rx.State):
    notes: {type} = ObjectMap("notes", dict[str, str])

json_dumps(Notes(_reflex_internal_init=True).dict())
"""


def test_a_map_is_no_var_of_a_state():
    assert "declares it as ClassVar[ObjectMap" in _said_of("ObjectMap[dict[str, str]]")


def test_a_map_is_declared_by_a_state():
    assert _said_of("ClassVar[ObjectMap[dict[str, str]]]") == ""


def _said_of(type_: str) -> str:
    """In a process of its own: a state that was declared stays among all states of the process."""
    code = DECLARES_IT.replace("{type}", type_)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.returncode == 0) is (run.stderr == "")
    return run.stderr
