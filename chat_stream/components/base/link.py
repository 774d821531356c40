"""A link inside of the app, which doesn't reload the page."""

import reflex as rx


class Link(rx.Component):
    """React Router's link. It has `aria-current="page"` if it leads to the page that is shown."""

    library = "react-router"
    tag = "NavLink"

    to: rx.Var[str]


link = Link.create
