"""The package's errors. Each says what to do."""


class ObjectMapMisused(TypeError):
    """An `ObjectMap` is read, filled or declared in a way that can't work."""


class NoTab(LookupError):
    """There is no tab to send to, because no event of a tab is being handled."""


class UnfitReflex(RuntimeError):
    """The installed Reflex lacks something that this package leans on."""
