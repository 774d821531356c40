"""How full a chat is for its model is shown; when it is longer than the model can read, so is what is left out."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Say, ScriptedProvider, Usage
from tests.support.shared_servers import SharedServers
from tests.support.site import Server
from tests.support.visitor import Visitor, visiting

ROOM = 675
"""Of a context of 1,000 tokens."""


@pytest.fixture
def forgetful(servers: SharedServers) -> Server:
    """A server whose model can't read much."""
    return servers.running(CHAT_STREAM_CONTEXTS="openai/scripted=1000")


@pytest_asyncio.fixture(loop_scope="session")
async def eve(browser: Browser, forgetful: Server) -> AsyncIterator[Visitor]:
    async with visiting(browser, forgetful.url) as visitor:
        yield visitor


async def test_a_chat_says_how_full_it_is_and_what_is_left_out(eve: Visitor, provider: ScriptedProvider):
    provider.reply(Say("One."), Usage(300, 100), Finish())
    provider.reply(Say("Two."), Usage(500, 100), Finish())
    provider.reply(Say("Three."), Finish())
    tab = await eve.tab()
    notice = tab.page.locator(".context-notice")
    line = tab.page.get_by_text("The model can't see messages above this line")
    await tab.ask("The first question. " * 60)
    await expect(tab.page.get_by_label("This chat")).to_contain_text("59% full")
    await expect(notice).to_have_count(0)

    await tab.ask("The second question. " * 60)
    await expect(notice).to_contain_text("already takes 89% of them")
    await expect(line).to_have_count(0)

    await tab.ask("The third question. " * 60)
    await expect(tab.answer).to_contain_text("Three.")
    await expect(notice).to_contain_text("it saw only the messages below the line")
    first = provider.calls[-1].messages[0]["content"]
    assert first.startswith("The second question.")
    marked = tab.page.locator(".read-from-here + .message")
    await expect(marked).to_contain_text("The second question.")
    await tab.page.reload()
    await expect(marked).to_contain_text("The second question.")
