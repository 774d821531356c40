"""A worker dies, and a tab with its chat and its draft goes on at another one."""

import asyncio
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.exactness.cluster import cluster_in
from tests.support.provider import Finish, Say
from tests.support.site import Site
from tests.support.visitor import new_visitor


async def test_a_tab_goes_on_with_its_chat_and_its_draft_when_its_worker_dies(
    browser: Browser, site: Site, tmp_path: Path
):
    async with cluster_in(tmp_path, site) as cluster:
        cluster.provider.reply(cluster.provider.tokens_until(asyncio.Event()), Finish())
        cluster.provider.reply(Say("From the start, again."), Finish())
        dying, other = (server.port for server in cluster.servers)
        cluster.balancer.use(dying)
        ada = await new_visitor(browser, cluster.front.url)
        tab = await ada.tab()
        await tab.ask("Survive.")
        path = await tab.in_new_chat()
        await tab.has_more_than(50)
        await tab.composer.fill("A draft that I haven't sent.")
        token = await tab.page.evaluate("sessionStorage.getItem('token')")
        cluster.balancer.use(dying, other)
        await asyncio.to_thread(cluster.servers[0].kill)
        seen = await tab.text()
        await tab.shows_status("interrupted", within=30)
        assert (await tab.text()).startswith(seen)
        assert await tab.page.evaluate("sessionStorage.getItem('token')") != token
        assert tab.path == path
        await expect(tab.composer).to_have_value("A draft that I haven't sent.")
        await tab.page.get_by_role("button", name="Retry").click()
        await tab.shows_status("completed")
        assert await tab.text() == "From the start, again."
        await expect(tab.composer).to_have_value("A draft that I haven't sent.")
        await ada.context.close()
