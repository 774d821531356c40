"""The page half's components."""

from typing import Any

import reflex as rx

from reflex_object_deltas.page import PAGE_MODULE
from reflex_object_deltas.reflex_insides import check


class ObjectDeltas(rx.Component):
    """Wraps the whole app, once, so that the page listens before Reflex's socket connects.

    Raises:
        UnfitReflex: The installed Reflex lacks something that this package leans on.
    """

    library = PAGE_MODULE
    tag = "ObjectDeltas"

    @classmethod
    def create(cls, *children: Any, **props: Any) -> rx.Component:
        check()
        return super().create(*children, **props)


class KeepSocket(rx.Component):
    """Keeps the connection when a download or a `mailto:` link makes the browser say `beforeunload`.

    Reflex would close its socket then, though the page stays. Later listeners of `beforeunload` don't hear of it
    either, so a page that asks before it is left registers its listener first. Wraps the app or stands in it, once.
    """

    library = PAGE_MODULE
    tag = "KeepSocket"


def _what_the_page_has(
    subject: rx.Var[str], bookmark: rx.Var[int], streams: rx.Var[dict[str, int]], run: rx.Var[int]
) -> list[Any]:
    return [subject, bookmark, streams, run]


class Subscription(rx.Component):
    """Calls `on_follow(subject, bookmark, streams, run)` when the page connects, changes its subject or has a gap.

    `streams` maps the growing texts that the page has to where they end. The answers go through `Outlet(run)`, so
    that the page knows which of its questions they answer.
    """

    library = PAGE_MODULE
    tag = "Subscription"

    name: rx.Var[str]
    """Unique on the page. Its bookmark has the same name."""
    subject: rx.Var[str]
    """The thing that is followed: the maps hold its objects. When it changes, the maps are emptied."""
    maps: rx.Var[list[str]]
    """The names of the maps that the answers fill."""
    load: rx.Var[str]
    """Another value after each load and reconnect, empty until then: when the page may ask. An empty subject is
    believed only with it. Without it the page asks whenever its socket has connected."""
    on_follow: rx.EventHandler[_what_the_page_has]
