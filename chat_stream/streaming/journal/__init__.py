"""Writing: text gets its position and is committed before anybody sees it.

Drafts come in; commits and notices go out.
"""
