"""The app's fonts, on every page."""

import reflex as rx
from reflex_base.utils.imports import ImportDict

from chat_stream.scripts import script


class Fonts(rx.Fragment):
    """Wraps the app and imports the fonts into the page: nothing is loaded from another host."""

    lib_dependencies: list[str] = ["@fontsource-variable/inter@5.2.8"]

    def add_imports(self) -> ImportDict:
        return {"": script("components/appearance/fonts.js")}
