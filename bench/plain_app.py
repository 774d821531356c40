"""The plain app: an app of its own, so nothing that runs in a process with ours imports it."""

import reflex as rx

from bench.plain_state import PlainState

app = rx.App()
app.add_page(lambda: rx.text(PlainState.text), route="/")
