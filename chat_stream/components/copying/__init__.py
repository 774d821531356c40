"""Copying messages: to the clipboard, as plain and as formatted text."""
