"""The generations that run, each with a button that ends it."""

from typing import Any

import reflex as rx

from chat_stream.components.local_time import local_time
from chat_stream.components.section import section
from chat_stream.state import GenerationsState


@rx.memo
def running_generations() -> rx.Component:
    return section(
        "Running answers",
        "running",
        rx.cond(
            GenerationsState.running,
            rx.el.ul(
                rx.foreach(GenerationsState.running, running_generation),
                aria_labelledby="running",
                class_name="rows",
            ),
            rx.el.p("Nothing is being written.", role="status", class_name="text-sm text-muted-foreground"),
        ),
        lead="What is being written on this installation now. Stopping keeps the text that is there.",
    )


def running_generation(generation: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                generation["user"],
                rx.cond(
                    generation["account"] != generation["user"],
                    rx.el.span(" in ", generation["account"], class_name="text-muted-foreground"),
                ),
                class_name="text-sm font-medium [overflow-wrap:anywhere]",
            ),
            rx.el.p(
                generation["model"],
                " since ",
                local_time(generation["since"]),
                class_name="text-xs text-muted-foreground",
            ),
            rx.el.p(
                generation["characters"], " characters so far", class_name="text-xs text-muted-foreground tabular-nums"
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            "Stop",
            type="button",
            on_click=GenerationsState.stop(generation["attempt_id"]),
            class_name="button-quiet shrink-0",
        ),
        key=generation["attempt_id"],
        class_name="row",
    )
