"""What the page uses of its browser and a browser may refuse: its stores, and what must be done before the first paint.

Scripts for the page, and in `page` the names by which it imports them. Nothing of the app comes in.
"""
