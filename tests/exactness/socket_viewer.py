"""A viewer on a websocket, who speaks as the page does."""

from tests.exactness.behind_proxy import BehindProxy
from tests.exactness.sight import Sight
from tests.support.site import Address
from tests.support.socket_page import SocketPage


class SocketViewer(BehindProxy):
    """A page without a browser."""

    def __init__(self, server: Address, cookie: str, chat_id: str, sight: Sight) -> None:
        super().__init__(server)
        self.sight = sight
        self.page = SocketPage(0, server.url, cookie, chat_id, on_delta=sight.look)

    async def open(self) -> None:
        await self._stack.enter_async_context(self._proxy)
        self.page.port = self._proxy.port
        await self._stack.enter_async_context(self.page)
