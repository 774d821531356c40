"""The parameters of the chat that this tab shows; of a new one, until it is sent."""

from typing import Any, ClassVar

import reflex as rx

from chat_stream.generation import LONGEST_PROMPT, Unacceptable
from chat_stream.models import Parameters
from chat_stream.state.noticing import noticing
from chat_stream.state.scope import scope_of
from chat_stream.state.show import show
from chat_stream.worker import worker


class ParametersState(rx.State):
    """As one enters them: what is left to the model is empty. `saves` grows with each that was taken."""

    LONGEST_PROMPT: ClassVar = LONGEST_PROMPT

    system_prompt: str = ""
    temperature: str = ""
    longest_answer: str = ""
    effort: str = ""
    notice: str = ""
    saves: int = 0

    @rx.event
    async def save(self, chat_id: str, entered: dict[str, Any]):
        """From now on, models are asked like this in the chat; without one, in the one that begins next."""
        with noticing(self):
            parameters = _entered(entered)
            if chat_id:
                await worker().chats.adjust(await scope_of(self, chat_id=chat_id), chat_id, parameters)
            show_parameters(self, parameters)
            self.saves += 1


def show_parameters(state: ParametersState, parameters: Parameters) -> None:
    """Out here, because every method that a state has can be called by its page."""
    show(
        state,
        system_prompt=parameters.system_prompt,
        temperature=_written(parameters.temperature),
        longest_answer=_written(parameters.longest_answer),
        effort=parameters.effort,
        notice="",
    )


def shown_parameters(state: ParametersState) -> Parameters:
    """What a new chat begins with."""
    names = ("system_prompt", "temperature", "longest_answer", "effort")
    return _entered({name: getattr(state, name) for name in names})


def _entered(entered: dict[str, Any]) -> Parameters:
    text = {name: str(value).strip() for name, value in entered.items()}
    try:
        temperature = float(text["temperature"]) if text.get("temperature") else None
        longest = int(text["longest_answer"]) if text.get("longest_answer") else None
    except ValueError:
        raise Unacceptable("Enter numbers for the temperature and the maximum length, or nothing.") from None
    return Parameters(text.get("system_prompt", ""), temperature, longest, text.get("effort", ""))


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)
