"""A button that goes when it has done its work, and hands the focus on."""

import reflex as rx

from chat_stream.components.scripts import component_script


class PassingButton(rx.el.Button):
    library = component_script("passing_button.jsx")
    tag = "PassingButton"


passing_button = PassingButton.create
