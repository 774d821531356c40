"""The generations that run, each with a button that ends it."""

from typing import Any

import reflex as rx

from chat_stream.components.local_time import local_time
from chat_stream.state import GenerationsState


@rx.memo
def running_generations() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2("Running answers", id="running", class_name="text-lg font-semibold tracking-tight"),
            rx.el.p(
                "What is being written on this installation now. Stopping keeps the text that is there.",
                class_name="mt-1 text-sm text-muted-foreground",
            ),
        ),
        rx.cond(
            GenerationsState.running,
            rx.el.ul(
                rx.foreach(GenerationsState.running, running_generation),
                aria_labelledby="running",
                class_name="divide-y divide-border border-y border-border",
            ),
            rx.el.p("Nothing is being written.", role="status", class_name="text-sm text-muted-foreground"),
        ),
        aria_labelledby="running",
        class_name="flex flex-col gap-5",
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
        class_name="flex items-center gap-4 py-3",
    )
