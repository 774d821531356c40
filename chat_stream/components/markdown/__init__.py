"""Text as Markdown, while it streams and afterwards. Text comes in, elements go out."""
