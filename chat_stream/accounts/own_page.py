"""The addresses that people may be led to after signing in: pages of this app, and nothing else."""

import re
from urllib.parse import quote

_PAGES = r"/(?:(?:(?:chat|teams|invite)/[A-Za-z0-9_-]+|settings|admin)/?)?"
_REST = r"(?:[?#][!-\[\]-~]{0,1000})?"
"""A query and a fragment: printable ASCII, as browsers write addresses, without a backslash."""
_OWN_PAGE = re.compile(_PAGES + _REST)


def own_page(address: str) -> str:
    """The address as a path with query and fragment, if it is one of our pages; otherwise empty.

    The pages are listed, because there are too many forms that browsers read as another host (WHATWG URL, 4.4).
    """
    return address if _OWN_PAGE.fullmatch(address) else ""


def leading_to(entrance: str, address: str) -> str:
    """The address of an entrance that leads on to the given page, if that is one of ours."""
    page = own_page(address)
    if page in ("", "/"):
        return entrance
    return f"{entrance}{'&' if '?' in entrance else '?'}next={quote(page, safe='/')}"
