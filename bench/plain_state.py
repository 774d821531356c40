"""An answer as a plain Reflex app shows it: a growing state var, which Reflex sends whole each time."""

import asyncio
import time

import reflex as rx

from tests.support.provider.tokens import token_texts


class PlainState(rx.State):
    """One answer."""

    text: str = ""
    is_over: bool = False

    @rx.event(background=True)
    async def answer(self, tokens: int, rate: float, pause: float):
        """Adds each token when it is due; with a pause, all that are due after it, as an app would that saves bytes."""
        words, began, said = token_texts(tokens), time.monotonic(), 0
        while said < tokens:
            await asyncio.sleep(max(pause, began + said / rate - time.monotonic()))
            due = int((time.monotonic() - began) * rate) if pause else said + 1
            async with self:
                self.text += "".join(words[said:due])
                self.is_over = due >= tokens
            said = due
