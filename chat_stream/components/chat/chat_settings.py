"""The system prompt and the parameters of a chat."""

from typing import Any

import reflex as rx

from chat_stream.components.models.offered_models import offered_models
from chat_stream.components.page.route import chat_in_address, is_temporary
from chat_stream.scripts import script
from chat_stream.state import ComposerState, ParametersState
from chat_stream.state.page.model_entry import ModelEntry


def _saved(chat_id: rx.Var[str], entered: rx.Var[dict[str, Any]]) -> list[Any]:
    return [chat_id, entered]


class ChatSettings(rx.Component):
    """A button, and the dialog that it opens."""

    library = script("components/chat/chat_settings.jsx")
    tag = "ChatSettings"
    lib_dependencies: list[str] = ["@ariakit/react@0.4.40"]

    chat_id: rx.Var[str]
    is_temporary: rx.Var[bool]
    of: rx.Var[str]
    parameters: rx.Var[dict[str, str]]
    models: rx.Var[dict[str, ModelEntry]]
    model: rx.Var[str]
    longest_prompt: rx.Var[int]
    notice: rx.Var[str]
    saves: rx.Var[int]
    on_save: rx.EventHandler[_saved]


@rx.memo
def chat_settings() -> rx.Component:
    names = ("system_prompt", "temperature", "longest_answer", "effort")
    return ChatSettings.create(
        chat_id=chat_in_address(),
        is_temporary=is_temporary(chat_in_address()),
        of=ParametersState.of,
        parameters={name: getattr(ParametersState, name) for name in names},
        models=offered_models(),
        model=ComposerState.model,
        longest_prompt=ParametersState.LONGEST_PROMPT,
        notice=ParametersState.notice,
        saves=ParametersState.saves,
        on_save=ParametersState.save,
    )
