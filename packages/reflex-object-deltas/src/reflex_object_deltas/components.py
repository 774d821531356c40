"""The page half's two components."""

from typing import Any

import reflex as rx

from reflex_object_deltas.page import PAGE_MODULE


class ObjectDeltas(rx.Component):
    """Wraps the whole app, once, so that deltas find the page's store."""

    library = PAGE_MODULE
    tag = "ObjectDeltas"


def _what_the_page_has(
    subject: rx.Var[str], bookmark: rx.Var[int], streams: rx.Var[dict[str, int]], run: rx.Var[int]
) -> list[Any]:
    return [subject, bookmark, streams, run]


class Subscription(rx.Component):
    """Calls `on_follow(subject, bookmark, streams, run)` when the page connects, changes its subject or has a gap.

    An empty subject is believed only with a `load`: a server that was restarted first sends both empty.
    `streams` maps the growing texts that the page has to where they end. The answers go through `Outlet(run)`, so
    that the page knows which of its questions they answer.
    """

    library = PAGE_MODULE
    tag = "Subscription"

    name: rx.Var[str]
    subject: rx.Var[str]
    load: rx.Var[str]
    maps: rx.Var[list[str]]
    on_follow: rx.EventHandler[_what_the_page_has]
