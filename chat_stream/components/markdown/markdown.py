"""A model's text as Markdown, while it streams and afterwards."""

import reflex as rx

from chat_stream.scripts import script


class Markdown(rx.Component):
    """Treats the text as hostile: no raw HTML, no image loads automatically, links show where they lead."""

    library = script("components/markdown/markdown.jsx")
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


class WarmUp(rx.Component):
    """Shows nothing; what shows Markdown has then been used once, and the first answer doesn't wait for it."""

    library = script("components/markdown/warm_up.jsx")
    tag = "WarmUp"
