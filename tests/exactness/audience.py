"""Pages on one chat, for tests with many viewers or few."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from tests.exactness.backend import sign_up
from tests.exactness.venue import Venue
from tests.support.page_store import PageStore, Shown
from tests.support.proxy import Proxy
from tests.support.socket_page import Applied, SocketPage


@dataclass
class Audience:
    """Who is signed in as one person, and watches the same chat through one proxy."""

    venue: Venue
    cookie: str
    asker: SocketPage
    stack: AsyncExitStack

    async def ask(self, text: str) -> None:
        await self.asker.send(f"asked: {text}", text)

    async def page(self, port: int = 0, on_delta: Applied = id) -> SocketPage:
        server = self.venue.server
        page = SocketPage(port or server.port, server.url, self.cookie, self.asker.chat_id, on_delta=on_delta)
        return await self.stack.enter_async_context(page)

    async def proxy(self) -> Proxy:
        return await self.stack.enter_async_context(Proxy(self.venue.server.port))


@asynccontextmanager
async def audience_of(venue: Venue) -> AsyncGenerator[Audience]:
    async with AsyncExitStack() as stack:
        cookie = await sign_up(venue.http, venue.server)
        asker = await stack.enter_async_context(SocketPage(venue.server.port, venue.server.url, cookie))
        await asker.is_ready()
        yield Audience(venue, cookie, asker, stack)


def answer_on(store: PageStore) -> Shown:
    """The newest answer on a page; an empty one while there is none."""
    answers = [shown for shown in store.shown().values() if shown.role == "assistant"]
    return answers[-1] if answers else Shown("assistant", "", "", "")
