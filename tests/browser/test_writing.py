"""Whatever one writes with: an input method, a telephone, the keyboard, and how long it gets."""

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor, visiting

KEYS = "abcdefghijklmnopqrst"
COMPOSED: list[dict[str, object]] = [{"keyCode": 229}, {"isComposing": True}]
"""The Enter that ends a composition: as Safari says it, and as others do."""
PRESS = """(box, [key, marks]) =>
  box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...marks }))"""
BARE = """() => {
  const box = document.createElement("textarea");
  box.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 44rem; height: 18rem";
  document.body.append(box);
  box.focus();
}"""
"""A box with nothing of ours."""


async def press_composed(box: Locator, key: str) -> None:
    for marks in COMPOSED:
        await box.evaluate(PRESS, [key, marks])


async def test_a_key_of_an_input_method_sends_closes_and_chooses_nothing(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("Hello."), Finish())
    tab = await ada.tab()
    await tab.composer.fill("にほん")
    await press_composed(tab.composer, "Enter")
    await expect(tab.composer).to_have_value("にほん")
    await expect(tab.messages).to_have_count(0)
    await tab.composer.press("Enter")
    await tab.shows_status("completed")

    await tab.messages.first.get_by_role("button", name="Edit").click()
    box = tab.page.get_by_label("Edit the question")
    await box.fill("にほんご")
    for key in ("Enter", "Escape"):
        await press_composed(box, key)
    await expect(box).to_have_value("にほんご")
    await tab.page.get_by_role("button", name="Cancel").click()
    await expect(tab.messages.first.get_by_role("button", name="Edit")).to_be_focused()

    await tab.chats.first.press("F2")
    title = tab.page.get_by_label("Chat title")
    await title.fill("ぶんしょう")
    await press_composed(title, "Escape")
    await expect(title).to_have_value("ぶんしょう")
    await title.press("Enter")
    await expect(tab.chats).to_have_text(["ぶんしょう"])

    picker = tab.page.get_by_role("combobox", name="Model", exact=True)
    await picker.click()
    search = tab.page.get_by_placeholder("Search models")
    for key in ("Escape", "Enter", "ArrowDown"):
        await press_composed(search, key)
    await expect(search).to_be_visible()
    await expect(picker).to_have_text("scripted")
    await search.press("Escape")
    await tab.page.evaluate("document.body.dispatchEvent(new Event('keydown', { bubbles: true }))")  # as autofill does
    assert len(provider.calls) == 1


async def test_an_edit_that_was_closed_by_mistake_comes_back(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    await tab.ask("First?")
    await tab.shows_status("completed")
    edit = tab.messages.first.get_by_role("button", name="Edit")
    box = tab.page.get_by_label("Edit the question")
    changed = "First, and two hundred characters more. " * 5

    await edit.click()
    await box.press("Escape")
    await expect(tab.page.get_by_role("alert")).to_have_count(0)
    await edit.click()
    await box.fill(changed)
    await box.press("Escape")
    await expect(tab.page.get_by_role("alert")).to_contain_text("Your edit hasn't been sent, but it is saved.")
    for step in (None, tab.page.reload):
        if step:
            await step()
        await edit.click()
        await expect(box).to_have_value(changed)
        await expect(box).to_be_focused()
        await expect(tab.page.get_by_text("This is the edit you started earlier.")).to_be_visible()
        await box.press("Escape")

    await edit.click()
    await tab.page.get_by_role("button", name="Cancel").click()
    await edit.click()
    await expect(box).to_have_value("First?")
    await box.fill("Second?")
    await box.press("Enter")
    await expect(tab.body(tab.messages.first)).to_have_text("Second?")
    await tab.shows_status("completed")
    await tab.messages.first.get_by_role("button", name="Previous version").click()
    await expect(tab.body(tab.messages.first)).to_have_text("First?")
    await edit.click()
    await expect(box).to_have_value("First?")


async def test_on_a_telephone_return_breaks_the_line_and_the_button_sends(
    browser: Browser, server: Server, provider: ScriptedProvider
):
    size = {"width": 390, "height": 800}
    async with visiting(browser, server.url, viewport=size, has_touch=True, is_mobile=True) as ada:
        tab = await ada.tab()
        await tab.composer.tap()
        await tab.page.keyboard.type("One")
        await tab.page.keyboard.press("Enter")
        await tab.page.keyboard.type("two")
        await expect(tab.composer).to_have_value("One\ntwo")
        await expect(tab.composer).to_have_attribute("enterkeyhint", "enter")
        await tab.page.get_by_role("button", name="Send").tap()
        await expect(tab.body(tab.answer)).to_have_text("You said: One two")

        # Keys that no screen has come from a keyboard, with which Enter sends.
        await tab.page.keyboard.press("Shift")
        await tab.ask("By keyboard")
        await expect(tab.body(tab.answer)).to_have_text("You said: By keyboard")


@pytest.mark.parametrize(
    "pasted", ["many words " * 9000, "x" * 99_000, "a line\n" * 14_142], ids=["words", "one", "lines"]
)
async def test_in_a_long_text_each_key_is_there_at_once(ada: Visitor, provider: ScriptedProvider, pasted: str):
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = await ada.tab()
    await tab.page.evaluate("(text) => navigator.clipboard.writeText(text)", pasted)
    await tab.composer.press("Control+v")
    await expect(tab.composer).to_have_value(pasted)
    ours = await seconds_of_keys(tab)
    await tab.page.evaluate(BARE)
    await tab.page.keyboard.press("Control+v")
    bare = await seconds_of_keys(tab)
    assert ours < 2 * bare
    await tab.page.reload()
    await expect(tab.composer).to_have_value(pasted + KEYS)


async def seconds_of_keys(tab: Tab) -> float:
    """How long the page's thread has the processor for the keys, wherever the focus is and whatever else runs."""
    session = await tab.page.context.new_cdp_session(tab.page)
    await session.send("Performance.enable", {"timeDomain": "threadTicks"})  # from here on it is measured
    for key in KEYS:
        await tab.page.keyboard.press(key)
        await tab.page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))")
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    await session.detach()
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
