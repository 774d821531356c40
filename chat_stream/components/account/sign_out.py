"""The button that ends the session. It reloads the page, because a websocket keeps its first headers."""

import reflex as rx

from chat_stream.scripts import script


class SignOut(rx.Component):
    library = script("components/account/sign_out.jsx")
    tag = "SignOut"


def sign_out() -> rx.Component:
    return SignOut.create(rx.icon("log-out", size=16), class_name="icon-button")
