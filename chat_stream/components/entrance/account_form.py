"""A form that signs somebody in or up over HTTP, because only an HTTP answer can set the session's cookie."""

import reflex as rx

from chat_stream.components.frame.centered_page import centered_page
from chat_stream.scripts import script


class AccountForm(rx.Component):
    """Posts its fields as JSON to `path`. Then it shows the refusal, or loads the app at `leads_to`."""

    library = script("components/entrance/account_form.jsx")
    tag = "AccountForm"

    path: rx.Var[str]
    action: rx.Var[str]
    leads_to: rx.Var[str]


def account_form(
    *fields: rx.Component,
    title: rx.Var[str],
    action: rx.Var[str],
    path: str,
    elsewhere: rx.Component,
    leads_to: str = "/",
) -> rx.Component:
    return centered_page(
        rx.el.h1(title, class_name="mt-1 mb-6 text-2xl font-semibold tracking-tight"),
        AccountForm.create(*fields, path=path, action=action, leads_to=leads_to),
        rx.el.p(elsewhere, class_name="mt-6 text-sm text-muted-foreground"),
    )
