"""The page is for everybody: by keyboard, by ear, enlarged, narrow, and in a tab that nobody looks at."""

import asyncio

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.accessibility import check_accessible
from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider, Stall, Until
from tests.support.visitor import Tab, Visitor

ANSWER = """\
Some **code**, a [link](https://example.com) and a table:

```python
print("hello")
```

| a | b |
| --- | --- |
| 1 | 2 |

- [x] done

$$
e^{i\\pi} + 1 = 0
$$
"""
WIDE = f"""
```python
print({"1 + " * 100}1)
```

| {"a wide head | " * 20}
| {"--- | " * 20}
| {"an even wider cell | " * 20}

$$
{"a + " * 100} b
$$

{"https://example.com/" + "long/" * 60}
"""


async def test_axe_finds_nothing_serious_on_any_page(ada: Visitor, browser: Browser, provider: ScriptedProvider):
    """Those that need more than one answer are looked at where they are tested."""
    provider.on("everything", Reasoning("Hm."), Say(ANSWER), Finish())
    tab = await ada.tab()
    await check_accessible(tab.page)
    await tab.ask("Show everything.")
    await tab.shows_status("completed")
    await check_accessible(tab.page)
    await tab.page.get_by_role("combobox", name="Model", exact=True).click()
    await expect(tab.page.get_by_role("option").first).to_be_visible()
    await check_accessible(tab.page)
    await tab.page.keyboard.press("Escape")
    await tab.page.get_by_role("button", name="Chat settings").click()
    await expect(tab.page.get_by_role("dialog", name="Chat settings")).to_be_visible()
    await check_accessible(tab.page)
    await tab.page.keyboard.press("Escape")
    await tab.page.keyboard.press("Control+k")
    await tab.page.locator("h1").click()
    await tab.page.keyboard.press("?")
    await expect(tab.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    await check_accessible(tab.page)
    await look_at(tab.page, tab.url, {"/settings": "Sessions", "/admin": "Not found", "/nowhere": "Not found"})
    stranger = await (await browser.new_context()).new_page()
    entrance = {"/sign-in": "Welcome back", "/sign-up": "Create your account"}
    await look_at(stranger, tab.url, {**entrance, "/invite/nothing": "", "/reset/nothing": ""})
    await stranger.context.close()


async def look_at(page: Page, url: str, headings: dict[str, str]) -> None:
    """Opens each path, and looks at it as soon as its heading is there."""
    for path, heading in headings.items():
        await page.goto(url + path)
        await expect(page.get_by_role("heading", name=heading).first).to_be_visible()
        await check_accessible(page)


async def test_who_listens_hears_an_answer_once_and_not_each_token(ada: Visitor, provider: ScriptedProvider):
    has_one, has_two = asyncio.Event(), asyncio.Event()
    provider.on("short", Say("One. "), Until(has_one), Say("Two. "), Until(has_two), Say("Three."), Finish())
    tab = await ada.tab()
    await expect(tab.composer).to_be_focused()
    await tab.page.evaluate(
        """() => {
          window.heard = [];
          const listen = () => {
            const said = document.querySelector("[data-announcer]").textContent;
            if (said && said !== window.heard.at(-1)) window.heard.push(said);
          };
          new MutationObserver(listen).observe(document.body, { childList: true, characterData: true, subtree: true });
        }"""
    )
    await tab.ask("A short one.")
    for text, goes_on in (("One.", has_one), ("One. Two.", has_two)):
        await expect(tab.body(tab.answer)).to_have_text(text)
        goes_on.set()
    await tab.shows_status("completed")
    await expect(tab.page.locator("[data-announcer]")).to_have_text("Answer complete. One. Two. Three.")
    assert await tab.page.evaluate("window.heard") == [
        "An answer is being written.",
        "Answer complete. One. Two. Three.",
    ]
    assert await tab.page.locator("[role=log]").get_attribute("aria-live") == "off"
    assert await tab.page.locator("[data-announcer]").get_attribute("aria-live") == "polite"
    loud = "(said) => [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].some(said)"
    speaks = "(each) => each.ariaLive !== 'off' && !each.matches('[data-announcer]') && each.innerText.includes('Two.')"
    assert not await tab.page.evaluate(f"({loud})({speaks})")


async def test_the_keys_are_behind_a_question_mark_and_the_focus_comes_back(ada: Visitor, provider: ScriptedProvider):
    provider.on("hello", Say("Hello."), Finish())
    tab = await ada.tab()
    await tab.composer.press("?")
    await expect(tab.composer).to_have_value("?")
    await tab.composer.fill("")
    await tab.ask("Hello?")
    await tab.shows_status("completed")
    await tab.page.keyboard.press("Control+k")
    await expect(tab.page.get_by_label("Filter chats")).to_be_focused()
    await tab.page.keyboard.press("Tab")
    await expect(tab.chats.first).to_be_focused()
    await tab.page.keyboard.press("?")
    await expect(tab.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    await tab.page.keyboard.press("Escape")
    await expect(tab.chats.first).to_be_focused()
    await tab.page.keyboard.press("Shift+Escape")
    await expect(tab.composer).to_be_focused()
    await tab.page.keyboard.press("Control+Shift+o")
    await tab.page.wait_for_url(f"{tab.url}/")
    await expect(tab.composer).to_be_focused()


@pytest.mark.parametrize("size", [(390, 800), (640, 400)], ids=["narrow", "enlarged to 200%"])
async def test_nothing_scrolls_sideways(ada: Visitor, provider: ScriptedProvider, size: tuple[int, int]):
    provider.on("everything", Say(ANSWER + WIDE), Finish())
    tab = await ada.tab()
    await tab.page.set_viewport_size({"width": size[0], "height": size[1]})
    await tab.ask("Show everything.")
    await tab.shows_status("completed")
    await fits(tab)
    for path in ("/settings", "/nowhere"):
        await tab.page.goto(tab.url + path)
        await expect(tab.page.get_by_role("heading").first).to_be_visible()
        await fits(tab)


async def fits(tab: Tab) -> None:
    """Neither the page nor the region of the messages; code, tables and formulas scroll by themselves."""
    assert await tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab.page.url
    for each in await tab.page.locator("[role=log], :has(> [role=log])").all():
        assert await each.evaluate("(region) => region.scrollWidth <= region.clientWidth"), tab.page.url


async def test_who_wants_less_motion_gets_none(ada: Visitor, provider: ScriptedProvider):
    provider.on("slow", Stall())
    tab = await ada.tab()
    await tab.page.emulate_media(reduced_motion="reduce")
    await tab.ask("Be slow.")
    await expect(tab.answer).to_contain_text("Thinking…")
    moving = "document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 10).length"
    assert await tab.page.evaluate(moving) == 0


async def test_who_wants_less_motion_is_at_the_end_at_once(ada: Visitor, provider: ScriptedProvider):
    provider.on("long", Say("A paragraph.\n\n" * 200), Finish())
    tab = await ada.tab()
    await tab.page.emulate_media(reduced_motion="reduce")
    await tab.page.reload()
    await tab.ask("Be long.")
    await tab.shows_status("completed")
    await tab.answer.locator("p").last.hover()
    await tab.page.mouse.wheel(0, -5_000)
    end = tab.page.get_by_role("button", name="To the end")
    await expect(end).to_be_visible()
    left = await end.evaluate(
        """async (button) => {
          button.click();
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          let region = document.querySelector("[role=log]");
          while (getComputedStyle(region).overflowY !== "auto") region = region.parentElement;
          return region.scrollHeight - region.clientHeight - region.scrollTop;
        }"""
    )
    assert left < 2


async def test_the_app_can_be_installed(ada: Visitor):
    tab = await ada.tab()
    address = await tab.page.locator("link[rel=manifest]").get_attribute("href")
    manifest = await (await ada.context.request.get(f"{tab.url}{address}")).json()
    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/")
    for icon in manifest["icons"]:
        assert (await ada.context.request.get(f"{tab.url}{icon['src']}")).ok
    problems = await (await ada.context.new_cdp_session(tab.page)).send("Page.getInstallabilityErrors")
    assert [problem["errorId"] for problem in problems["installabilityErrors"]] in ([], ["in-incognito"])
