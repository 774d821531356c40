"""The browser's features that a browser may refuse to the page: its stores, and code that runs before the first paint.

Scripts for the page, and in `page` what runs before all others. Nothing of the app comes in.
"""
