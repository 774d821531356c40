"""A model's text as Markdown, while it streams and afterwards."""

import reflex as rx

from chat_stream.components.scripts import component_script

for part in (
    "address.js",
    "addresses.js",
    "begun_formula.js",
    "block.jsx",
    "block_lexer.js",
    "blocks.js",
    "clipboard.js",
    "code_frame.jsx",
    "comparisons.js",
    "copied_code.js",
    "copied_elements.js",
    "copied_text.js",
    "copy_button.jsx",
    "csv.js",
    "definitions.js",
    "depth.js",
    "diagram.jsx",
    "diagram_dialog.jsx",
    "dollars.js",
    "formula.jsx",
    "formula_drawing.js",
    "formula_elements.js",
    "formula_ends.js",
    "formula_lines.js",
    "formula_syntax.js",
    "formulas.js",
    "grown.js",
    "html_syntax.js",
    "html_tags.js",
    "mending.js",
    "mermaid.js",
    "outside_link.jsx",
    "picture.jsx",
    "pieces.js",
    "plain_on_failure.jsx",
    "stanzas.js",
    "syntax.js",
    "table.jsx",
    "table_source.js",
    "tag_elements.js",
    "tag_pairs.js",
    "tags.js",
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
        "marked@18.2.1",
        "micromark-core-commonmark@2.0.4",
        "micromark-extension-gfm-autolink-literal@2.1.0",
        "remark-breaks@4.0.0",
        "remark-cjk-friendly@2.3.3",
        "remark-cjk-friendly-gfm-strikethrough@2.3.2",
        "remend@1.4.0",
    ]

    text: rx.Var[str]
    is_streaming: rx.Var[bool]
