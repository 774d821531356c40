"""A model's text as Markdown, while it streams and afterwards."""

import reflex as rx

from chat_stream.components.scripts import component_script

for part in (
    "address.js",
    "begun_formula.js",
    "block.jsx",
    "blocks.js",
    "depth.js",
    "diagram.jsx",
    "dollars.js",
    "formula.jsx",
    "formula_drawing.js",
    "formula_elements.js",
    "formula_ends.js",
    "formula_lines.js",
    "formula_syntax.js",
    "formulas.js",
    "grown.js",
    "mending.js",
    "mermaid.js",
    "outside_link.jsx",
    "picture.jsx",
    "pieces.js",
    "plain_on_failure.jsx",
    "stanzas.js",
):
    component_script(part)


class Markdown(rx.Component):
    """What a model writes is hostile: no raw HTML, no image is loaded by itself, links show where they lead."""

    library = component_script("markdown.jsx")
    tag = "Markdown"
    lib_dependencies: list[str] = [
        "streamdown@2.7.1",
        "@streamdown/code@2.0.0",
        "katex@0.16.47",
        "mermaid@11.12.0",
        "remend@1.4.0",
    ]

    text: rx.Var[str]
    is_streaming: rx.Var[bool]
