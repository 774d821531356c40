"""What the page uses of its browser and a browser may refuse: its stores, and what must be done before the first paint.

Scripts for the page, and in `page` what runs before all others. Nothing of the app comes in.
"""
