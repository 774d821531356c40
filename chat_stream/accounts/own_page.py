"""Which addresses somebody is led to after signing in: pages of this app, and nothing else."""

import re
from urllib.parse import quote

_PAGES = r"/(?:(?:(?:chat|teams|invite)/[A-Za-z0-9_-]+|settings|admin)/?)?"
_REST = r"(?:[?#][!-\[\]-~]{0,1000})?"
"""A query and what follows `#`: printable ASCII, as browsers write addresses, and no backslash."""
_OWN_PAGE = re.compile(_PAGES + _REST)


def own_page(address: str) -> str:
    """The address if it is one of our pages, as a path with its query and fragment; else an empty text.

    The pages are listed, because what a browser reads as another host has too many forms (WHATWG URL, 4.4).
    """
    return address if _OWN_PAGE.fullmatch(address) else ""


def leading_to(entrance: str, address: str) -> str:
    """The address of an entrance that leads on to a page of ours, if it is one."""
    page = own_page(address)
    if page in ("", "/"):
        return entrance
    return f"{entrance}{'&' if '?' in entrance else '?'}next={quote(page, safe='/')}"
