"""A button that disappears when it has done its work, and passes the focus on."""

import reflex as rx

from chat_stream.scripts import script


class VanishingButton(rx.el.Button):
    library = script("components/base/vanishing_button.jsx")
    tag = "VanishingButton"


vanishing_button = VanishingButton.create
