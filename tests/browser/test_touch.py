"""On a touch screen: each thing that one touches is as large as a fingertip, and none lies over another."""

from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.touch import check_touch_targets
from tests.support.visitor import Tab, Visitor, visiting

ANSWER = """\
A [link](https://example.com), a note[^1] and a list:

```python
print("hello")
```

| a | b |
| --- | --- |
| 1 | 2 |

```mermaid
flowchart LR
  a --> b
```

![a picture](https://example.com/picture.png)

[^1]: The note.
"""
PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 844}}
TABLET = {"has_touch": True, "is_mobile": True, "viewport": {"width": 1024, "height": 768}}


async def test_a_finger_finds_everything(browser: Browser, server: Server, provider: ScriptedProvider):
    provider.on("everything", Reasoning("Hm."), Say(ANSWER), Finish())
    provider.on("compare", Say("So."), Finish())
    async with visiting(browser, server.url, **PHONE) as ada:
        tab = await ada.tab()
        await check_touch_targets(tab.page)
        await tab.ask_by_touch("Show everything.")
        await tab.shows_status("completed")
        await tab.page.get_by_role("button", name="Regenerate", exact=True).click()
        await expect(tab.page.get_by_text("2 / 2")).to_be_visible()
        await tab.shows_status("completed")
        await check_touch_targets(tab.page)
        await looked_into(tab)
        for path in ("/settings", "/admin", "/nowhere"):
            await tab.page.goto(tab.url + path)
            await expect(tab.page.get_by_role("heading").first).to_be_visible()
            await check_touch_targets(tab.page)
        await team(tab)
    async with visiting(browser, server.url, **TABLET) as ada:
        tab = await ada.tab()
        await tab.ask_by_touch("Show everything.")
        await tab.shows_status("completed")
        await check_touch_targets(tab.page)


async def looked_into(tab: Tab) -> None:
    """Opens things: the sidebar with its menu, an edited question, the models, two to compare, the chat's settings."""
    page = tab.page
    await page.get_by_role("button", name="Edit", exact=True).tap()
    await check_touch_targets(page)
    await page.get_by_role("button", name="Cancel").tap()
    await page.get_by_role("combobox", name="Model", exact=True).tap()
    await expect(page.get_by_role("option").first).to_be_visible()
    await check_touch_targets(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Chat settings").tap()
    await expect(page.get_by_role("dialog", name="Chat settings")).to_be_visible()
    await check_touch_targets(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Show chats").tap()
    await check_touch_targets(page)
    await page.get_by_role("button", name="Actions for").first.tap()
    await expect(page.get_by_role("menuitem").first).to_be_visible()
    await check_touch_targets(page)
    await page.get_by_role("menuitem", name="Rename").tap()
    await expect(page.get_by_label("Chat title")).to_be_visible()
    await check_touch_targets(page)
    await page.keyboard.press("Escape")


async def team(tab: Tab) -> None:
    page = tab.page
    await page.goto(f"{tab.url}/settings")
    await page.get_by_label("Team name").fill("Engines")
    await page.get_by_role("button", name="Create team").tap()
    await expect(page.get_by_role("button", name="Create link")).to_be_visible()
    await check_touch_targets(page)


async def test_a_finger_finds_everything_at_the_entrance(browser: Browser, ada: Visitor):
    page = await (
        await browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    ).new_page()
    for path in ("/sign-in?ended=1&next=/chat/a", "/sign-up", "/invite/nothing", "/reset/nothing"):
        await page.goto(ada.url + path)
        await expect(page.get_by_role("heading").first).to_be_visible()
        await check_touch_targets(page)
    await page.context.close()
