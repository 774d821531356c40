"""How the page looks, and which key sends, as it was chosen in this browser."""

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import ScriptedProvider
from tests.support.visitor import Tab, Visitor


async def is_shown(tab: Tab, colours: str) -> None:
    await expect(tab.page.locator(f"html.{colours}")).to_have_count(1)
    frames = "[...document.querySelectorAll('meta[name=theme-color]')]"
    content = f"{frames}.find(({{ media }}) => matchMedia(media).matches).content"

    async def is_framed() -> bool:
        return await tab.page.evaluate(content) == {"light": "#fdfcfa", "dark": "#1a1917"}[colours]

    await eventually(is_framed)


async def test_looks_and_the_key_that_sends_are_chosen_for_all_tabs_and_there_before_anything_is_painted(
    ada: Visitor, provider: ScriptedProvider
):
    await ada.context.add_init_script(
        "addEventListener('DOMContentLoaded', () => (window.first = [document.documentElement.className,"
        " getComputedStyle(document.documentElement).fontSize, document.scripts.length]))"
    )
    other = await ada.tab()
    await is_shown(other, "light")
    tab = await ada.tab()
    await tab.page.goto(f"{ada.url}/settings")
    for colours in ("Dark", "Light", "Dark"):
        await tab.page.get_by_role("radio", name=colours).check()
        await is_shown(tab, colours.lower())
        await is_shown(other, colours.lower())
    await tab.page.get_by_role("radio", name="Very large").check()
    await tab.page.get_by_role("radio", name="Ctrl+Enter").check()
    await expect(other.page.locator("html")).to_have_css("font-size", "21px")

    await other.composer.fill("One")
    await other.composer.press("Enter")
    await other.page.keyboard.type("two")
    await expect(other.composer).to_have_value("One\ntwo")
    await other.page.locator("h1").first.click()
    await other.page.keyboard.press("?")
    await expect(other.page.get_by_role("dialog", name="Keyboard")).to_contain_text("Start a new line; in the list")
    await other.page.keyboard.press("Escape")
    await other.composer.press("Control+Enter")
    await expect(other.body(other.answer)).to_have_text("You said: One two")

    for path in ("/settings", "/sign-in"):
        await tab.page.goto(f"{ada.url}{path}")
        assert (await tab.page.evaluate("window.first"))[:2] == ["dark", "21px"]
    await tab.page.goto(f"{ada.url}/settings")
    await tab.page.get_by_role("radio", name="System").check()
    for colours in ("light", "dark", "light"):
        await tab.page.emulate_media(color_scheme=colours)
        await is_shown(tab, colours)
