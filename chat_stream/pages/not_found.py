"""The page for addresses that don't exist."""

import reflex as rx

from chat_stream.components.frame.not_found import not_found


def not_found_page() -> rx.Component:
    return rx.el.main(not_found(), class_name="flex h-dvh flex-col bg-background text-foreground")
