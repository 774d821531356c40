"""A time in the reader's time zone and language, which only the page knows."""

import reflex as rx

from chat_stream.scripts import script


class LocalTime(rx.Component):
    """`at` is ISO 8601."""

    library = script("components/base/local_time.jsx")
    tag = "LocalTime"

    at: rx.Var[str]


def local_time(at: rx.Var[str]) -> rx.Component:
    return LocalTime.create(at=at)
