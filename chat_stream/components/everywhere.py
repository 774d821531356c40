"""What holds on every page: files, keys of input methods, chosen looks, and notices."""

import reflex as rx

from chat_stream.components.scripts import component_script

for _part in ("files.js", "page_notice.jsx"):
    component_script(_part)


class Everywhere(rx.Component):
    """Stands beside the app, once."""

    library = component_script("everywhere.jsx")
    tag = "Everywhere"
