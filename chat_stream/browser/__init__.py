"""What the page uses of its browser, although a browser may refuse it: its stores, and what must happen before the
first paint.

Scripts for the page, and in `page` what runs before all others. Nothing of the app comes in.
"""
