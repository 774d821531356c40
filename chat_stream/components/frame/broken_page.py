"""The page that is shown when the page's own code has failed. Nothing that was sent is lost."""

from typing import Any

import reflex as rx

from chat_stream.reflex_patches.shown_failures import default_error_boundary
from chat_stream.texts.page import text


def error_boundary() -> rx.Component:
    """Wraps the whole app. The server's log gets the error with its stack."""
    error = rx.Var("event_args.error.message", _var_type=str)
    return default_error_boundary(fallback_render=rx.Var.create(_broken_page(error=error)))


@rx.memo
def _broken_page(error: rx.Var[str]) -> rx.Component:
    return rx.el.main(
        rx.el.title(text("broken-title")),
        rx.el.h1(text("broken-title"), class_name="text-2xl font-semibold tracking-tight"),
        rx.el.p(text("broken"), role="alert", class_name="max-w-md text-muted-foreground"),
        rx.el.button(text("broken-reload"), type="button", on_click=_reload(), class_name="button-primary"),
        rx.el.p(text("broken-error", error=error), dir="auto", class_name="max-w-md text-xs text-muted-foreground"),
        class_name="flex h-dvh flex-col items-center justify-center gap-3 p-6 text-center",
    )


def _reload() -> Any:
    """Reloads without the socket, which may be what failed."""
    return rx.call_function("() => window.location.reload()")
