"""The page's objects: the updates of follows are translated into object-specific deltas."""
