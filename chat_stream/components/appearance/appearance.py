"""This browser's own settings: how the page looks, and which key sends."""

import reflex as rx

from chat_stream.components.base.section import section
from chat_stream.scripts import script
from chat_stream.texts.page import text

_SCRIPT = script("components/appearance/appearance.jsx")


class AppearanceChoices(rx.NoSSRComponent):
    library = _SCRIPT
    tag = "AppearanceChoices"


class WritingChoices(rx.NoSSRComponent):
    library = _SCRIPT
    tag = "WritingChoices"


def appearance() -> rx.Component:
    return section(text("appearance"), "appearance", AppearanceChoices.create(), lead=text("appearance-lead"))


def writing() -> rx.Component:
    return section(text("writing"), "writing", WritingChoices.create(), lead=text("writing-lead"))
