"""The button that ends the session. It loads the page anew: a websocket keeps the headers it began with."""

import reflex as rx

from chat_stream.scripts import script


class SignOut(rx.Component):
    library = script("components/account/sign_out.jsx")
    tag = "SignOut"


def sign_out() -> rx.Component:
    return SignOut.create(rx.icon("log-out", size=16), class_name="icon-button")
