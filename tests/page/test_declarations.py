"""The page's scripts know of Python exactly what Python declares."""

import inspect

import pytest

from chat_stream.components.composer.composer import Composer
from chat_stream.components.messages.question import Question
from chat_stream.state import ComposerState
from chat_stream.state.composer_state import EditedQuestion, NewMessage
from tools.page.declarations import FOLDER, declarations

DECLARATIONS = declarations()


@pytest.mark.parametrize("name", DECLARATIONS)
def test_maps_and_properties_have_the_same_names_on_both_sides(name: str):
    assert (FOLDER / name).read_text() == DECLARATIONS[name], "run `python -m tools.page.declarations`"


@pytest.mark.parametrize(
    ("handler", "declared"),
    [(ComposerState.send, NewMessage), (ComposerState.edit, EditedQuestion)],
    ids=["send", "edit"],
)
def test_what_is_sent_has_the_names_and_the_order_of_its_handlers_parameters(handler: object, declared: type):
    parameters = list(inspect.signature(handler.fn).parameters)  # pyright: ignore[reportAttributeAccessIssue]
    assert parameters[1:] == list(declared.__annotations__)


@pytest.mark.parametrize(
    ("component", "trigger", "handler"),
    [(Composer, "on_send", ComposerState.send), (Question, "on_edit", ComposerState.edit)],
)
def test_each_parameter_gets_the_value_of_its_own_name(component: type, trigger: str, handler: object):
    (event,) = component.create(**{trigger: handler}).event_triggers[trigger].events
    assert [value._js_expr.split("?.")[-1] for _, value in event.args] == [
        f'["{name._js_expr}"]' for name, _ in event.args
    ]
