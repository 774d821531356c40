"""The questions that wait below the messages until the answer above is complete."""

import reflex as rx

from chat_stream.components.page.route import chat_in_address
from chat_stream.scripts import script
from chat_stream.state import QueueState


class Queue(rx.Component):
    """Its children are the icons for waiting, Send now and Take back."""

    library = script("components/composer/queue.jsx")
    tag = "Queue"

    chat_id: rx.Var[str]
    on_send_now: rx.EventHandler[rx.event.passthrough_event_spec(str)]


@rx.memo
def queue() -> rx.Component:
    return Queue.create(
        rx.icon("clock", size=13),
        rx.icon("corner-down-right", size=13),
        rx.icon("undo-2", size=13),
        chat_id=chat_in_address(),
        on_send_now=QueueState.send_now,
    )
