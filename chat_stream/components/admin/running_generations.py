"""The running generations, each with a button that ends it."""

from typing import Any

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.state import GenerationsState
from chat_stream.texts.page import moment, said, text


@rx.memo
def running_generations() -> rx.Component:
    return section(
        text("running"),
        "running",
        rx.cond(
            GenerationsState.running,
            rx.el.ul(
                rx.foreach(GenerationsState.running, running_generation),
                aria_labelledby="running",
                class_name="rows",
            ),
            rx.el.p(text("running-none"), role="status", class_name="text-sm text-muted-foreground"),
        ),
        lead=text("running-lead"),
    )


def running_generation(generation: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(
                said(generation["user"]),
                rx.cond(
                    generation["account"] != generation["user"],
                    rx.el.span(" ", text("running-in", team=generation["account"]), class_name="text-muted-foreground"),
                ),
                class_name="text-sm font-medium [overflow-wrap:anywhere]",
            ),
            rx.el.p(
                text("running-since", model=generation["model"], at=moment(generation["since"])),
                class_name="text-xs text-muted-foreground",
            ),
            rx.el.p(
                text("running-characters", count=generation["characters"]),
                class_name="text-xs text-muted-foreground tabular-nums",
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            text("running-stop"),
            type="button",
            on_click=GenerationsState.stop(generation["attempt_id"]),
            class_name="button-quiet shrink-0",
        ),
        key=generation["attempt_id"],
        class_name="row",
    )
