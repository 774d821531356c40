"""A page without a browser, for the tests of apps that use the package.

`PageStore` is what a page keeps, `SocketPage` a tab that is connected to a running app. The latter needs the extra
`reflex-object-deltas[testing]`.
"""

from reflex_object_deltas.testing.page_store import PageStore
from reflex_object_deltas.testing.socket_page import SocketPage

__all__ = ["PageStore", "SocketPage"]
