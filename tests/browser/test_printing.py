"""Printing a chat: all of it, on as many pages as it takes, and nothing else."""

import re

from playwright.async_api import Page, expect

from chat_stream.database import Database
from chat_stream.seeding import seed
from tests.support.eventually import eventually
from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor

MANY = 130
CELLS = range(12)
WIDE_TABLE = "\n".join(
    ["| " + " | ".join(f"Column {n}" for n in CELLS) + " |", "|" + " --- |" * len(CELLS)]
    + ["| " + " | ".join(f"the value {n}" for n in CELLS) + " |"] * 60
)
LONG_CODE = "\n".join(f"line_{n} = {'one + ' * 50}1" for n in range(60))
WIDE_DIAGRAM = "graph LR\n" + "".join(f"  A{n}[Step number {n}] --> A{n + 1}\n" for n in range(20))
LONG_SUM = "+".join(f"a_{{{n}}}x^{{{n}}}" for n in range(40))
ANSWER = f"""\
See [the docs](https://example.com/docs) and https://example.com/plain.

![A cat](https://example.com/cat.png)

{WIDE_TABLE}

```python
{LONG_CODE}
```

```mermaid
{WIDE_DIAGRAM}```

$$
{LONG_SUM}
$$

The end of the answer.
"""
RECORD_PRINT = """
window.print = () => (window.printed = document.querySelectorAll("[data-message-id]").length);
"""
STICKS_OUT = """
() => [...document.querySelectorAll("[role=log] *")]
  .filter((each) => each.checkVisibility() && !each.closest(".katex-mathml, svg"))
  .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((each) => each.outerHTML.slice(0, 100))
"""
SCROLLS = """
() => [...document.querySelectorAll("html, body, body *")]
  .filter((each) => each.checkVisibility() && /auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowY))
  .filter((each) => each.scrollHeight > each.clientHeight + 1 && each.clientHeight > 5)
  .map((each) => each.outerHTML.slice(0, 100))
"""
COLOURS = "(element) => [getComputedStyle(element).color, getComputedStyle(document.documentElement).backgroundColor]"
AFTER = "(element) => getComputedStyle(element, '::after').content"


async def pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", await page.pdf(format="A4")))


async def on_paper(tab: Tab) -> None:
    await tab.page.set_viewport_size({"width": 680, "height": 1000})
    await tab.page.emulate_media(media="print")
    await tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")


async def test_a_printed_chat_is_readable_and_nothing_of_it_is_cut(ada: Visitor, provider: ScriptedProvider):
    provider.on("Please", Reasoning("Let me think of that."), Say(ANSWER), Finish())
    tab = await ada.tab()
    await tab.page.emulate_media(color_scheme="dark")
    await tab.ask("Please write.")
    await tab.shows_status("completed")
    await expect(tab.answer.locator(".diagram img")).to_be_visible(timeout=20_000)
    assert await pages(tab.page) >= 4
    await on_paper(tab)
    for gone in (tab.composer, tab.page.locator("aside"), tab.answer.locator(".message-actions")):
        await expect(gone).to_be_hidden()
    for said in ("You", "scripted", "Let me think of that.", "The end of the answer."):
        await expect(tab.page.locator("[role=log]").get_by_text(said, exact=True).first).to_be_visible()
    assert await tab.page.evaluate(STICKS_OUT) == []
    assert await tab.page.evaluate(SCROLLS) == []
    assert await tab.answer.evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    links = tab.answer.locator("[data-message-body] a")
    assert "https://example.com/docs" in await links.first.evaluate(AFTER)
    assert await links.last.evaluate(AFTER) == "none"
    assert "https://example.com/cat.png" in await tab.answer.locator(".picture-button").evaluate(AFTER)
    await tab.page.emulate_media(media="screen")
    await tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
    await expect(tab.answer.get_by_text("Let me think of that.")).to_be_hidden()


async def test_all_of_a_long_chat_is_printed_by_its_menu_and_by_ctrl_p(ada: Visitor, server: Server):
    database = Database(server.database_url)
    await seed(database, ada.email, 2, MANY)
    await database.close()
    await ada.context.add_init_script(RECORD_PRINT)
    tab = await ada.tab()
    await tab.chats.first.click()
    await expect(tab.messages).to_have_count(50)
    await tab.page.emulate_media(media="print")
    await expect(tab.page.get_by_text("Earlier messages are missing here.")).to_be_visible()
    await tab.page.emulate_media(media="screen")
    await tab.page.keyboard.press("Control+P")
    await printed_all(tab)
    await tab.page.emulate_media(media="print")
    await expect(tab.page.get_by_text("Earlier messages are missing here.")).to_have_count(0)
    await tab.page.emulate_media(media="screen")
    await tab.page.evaluate("window.printed = 0")
    entry = tab.page.locator("[data-chat-id]").nth(1)
    await entry.hover()
    await entry.get_by_role("button").click()
    await tab.page.get_by_role("menuitem", name="Print").click()
    await printed_all(tab)
    await expect(entry.get_by_role("link")).to_have_attribute("aria-current", "page")


async def printed_all(tab: Tab) -> None:
    async def is_printed() -> bool:
        return await tab.page.evaluate("window.printed") == MANY

    await eventually(is_printed, within=30)
