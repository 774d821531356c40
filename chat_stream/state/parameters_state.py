"""The parameters of the chat that this tab shows, or of a new one before it is sent."""

from typing import Any, ClassVar

import reflex as rx

from chat_stream.chats import LONGEST_PROMPT, Unacceptable, is_temporary
from chat_stream.models import Parameters
from chat_stream.state.page.show import show
from chat_stream.state.refusals_shown import refusals_shown
from chat_stream.state.scope import place_of
from chat_stream.texts import Text


class ParametersState(rx.State):
    """As people enter them: an empty value leaves the choice to the model. They belong to the chat `of`, or to a new
    one. Nothing is sent for a chat that leaves everything to the model. `saves` grows with each successful save.

    Parameters of a temporary chat are never here, because a state may be stored in Redis: its page keeps what it sent.
    """

    LONGEST_PROMPT: ClassVar = LONGEST_PROMPT

    of: str = ""
    system_prompt: str = ""
    temperature: str = ""
    longest_answer: str = ""
    effort: str = ""
    notice: str = ""
    saves: int = 0

    @rx.event
    async def save(self, chat_id: str, entered: dict[str, Any]):
        """Sets the parameters of the chat, or without one of the next new chat."""
        with refusals_shown(self):
            parameters = _entered(entered)
            if chat_id:
                at, scope = await place_of(self, chat_id=chat_id)
                await at.chats.adjust(scope, chat_id, parameters)
            if not is_temporary(chat_id):
                show_parameters(self, chat_id, parameters)
            self.saves += 1


def show_parameters(state: ParametersState, chat_id: str, parameters: Parameters) -> None:
    """Sends the parameters again, because no hydrate does. It is a function, because a page can call every method of a
    state."""
    entered = {
        "system_prompt": parameters.system_prompt,
        "temperature": _written(parameters.temperature),
        "longest_answer": _written(parameters.longest_answer),
        "effort": parameters.effort,
    }
    show(state, notice="", **entered)
    if any(entered.values()) or not chat_id:
        for name, value in {"of": chat_id, **entered}.items():
            setattr(state, name, value)


def shown_parameters(state: ParametersState) -> Parameters:
    """The parameters for a new chat."""
    names = ("system_prompt", "temperature", "longest_answer", "effort")
    return _entered({name: getattr(state, name) for name in names})


def _entered(entered: dict[str, Any]) -> Parameters:
    text = {name: str(value).strip() for name, value in entered.items()}
    try:
        temperature = float(text["temperature"]) if text.get("temperature") else None
        longest = int(text["longest_answer"]) if text.get("longest_answer") else None
    except ValueError:
        raise Unacceptable(Text("refused-numbers")) from None
    return Parameters(text.get("system_prompt", ""), temperature, longest, text.get("effort", ""))


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)
