"""The provider keys of an account: add, list, remove."""

from typing import Any

import reflex as rx

from chat_stream.components.base.field import field
from chat_stream.components.base.notice import notice
from chat_stream.components.base.section import section
from chat_stream.state import KeysState
from chat_stream.texts.page import text


def provider_keys() -> rx.Component:
    return section(
        text("keys"),
        "provider-keys",
        key_form(),
        notice(KeysState.notice),
        rx.cond(
            KeysState.keys,
            rx.el.ul(rx.foreach(KeysState.keys, provider_key), aria_labelledby="provider-keys", class_name="rows"),
        ),
        lead=text("keys-lead"),
    )


def key_form() -> rx.Component:
    return rx.el.form(
        rx.el.label(
            rx.el.span(text("keys-provider"), class_name="text-sm font-medium"),
            rx.el.select(
                *(rx.el.option(label, value=code) for code, label in KeysState.PROVIDERS.items()),
                name="provider",
                aria_label=text("keys-provider"),
                class_name="field",
            ),
            class_name="flex flex-col gap-1.5 basis-40",
        ),
        rx.el.div(
            field(text("keys-key"), "key", kind="password", completes="off", is_required=False),
            class_name="min-w-0 flex-1 basis-52",
        ),
        rx.el.div(
            field(text("keys-address"), "address", hint=text("keys-address-hint"), is_required=False),
            class_name="min-w-0 basis-full",
        ),
        rx.cond(KeysState.found, found_models()),
        rx.el.button(
            rx.cond(KeysState.found, text("keys-use-server"), text("keys-store")),
            type="submit",
            class_name="button-primary mt-0 px-4",
        ),
        on_submit=KeysState.store,
        key=rx.Var.create(KeysState.forms).to_string(),
        class_name="flex flex-wrap items-end gap-3",
    )


def found_models() -> rx.Component:
    """The models of the server at the entered address, before it is stored."""
    return rx.el.div(
        rx.el.p(text("keys-found", count=rx.Var.create(KeysState.found).length()), class_name="text-sm"),
        rx.el.ul(
            rx.foreach(KeysState.found, found_model),
            class_name="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto",
            tab_index=0,
        ),
        role="status",
        class_name="flex basis-full flex-col gap-2",
    )


def found_model(name: Any) -> rx.Component:
    return rx.el.li(
        name, class_name="rounded-full border border-border bg-muted px-3 py-1 text-xs [overflow-wrap:anywhere]"
    )


def provider_key(key: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.p(key["provider"], class_name="text-sm font-medium"),
            rx.el.p(
                rx.cond(
                    key["last_four"],
                    rx.fragment(text("keys-ends-in"), " ", rx.el.code(key["last_four"])),
                    text("keys-without"),
                ),
                class_name="text-xs text-muted-foreground",
            ),
            rx.cond(
                key["address"],
                rx.el.p(key["address"], class_name="text-xs text-muted-foreground [overflow-wrap:anywhere]"),
            ),
            class_name="min-w-0 flex-1",
        ),
        rx.el.button(
            text("keys-remove"), type="button", on_click=KeysState.remove(key["id"]), class_name="button-quiet shrink-0"
        ),
        class_name="row",
    )
