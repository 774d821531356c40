"""A link within the app, which doesn't load the page anew."""

import reflex as rx


class Link(rx.Component):
    """React Router's link: marked `aria-current="page"` where it leads to the page that is shown."""

    library = "react-router"
    tag = "NavLink"

    to: rx.Var[str]


link = Link.create
