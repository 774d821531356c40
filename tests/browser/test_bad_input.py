"""Bad input gets a sentence, and nothing is lost."""

from playwright.async_api import Browser, expect

from tests.support.provider import Finish, Say, ScriptedProvider
from tests.support.site import Server
from tests.support.visitor import Visitor, new_visitor


async def test_a_blank_message_sends_nothing(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for text in ("", "   \n "):
        await tab.composer.fill(text)
        await tab.composer.press("Enter")
        await tab.page.get_by_role("button", name="Send").click()
    await expect(tab.messages).to_have_count(0)
    assert tab.path == "/"
    assert not provider.calls


async def test_a_message_that_is_too_long_is_refused_and_kept(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for length in (100_001, 1_100_000):
        await tab.composer.fill("x" * length)
        await tab.composer.press("Enter")
        await expect(tab.page.get_by_role("alert")).to_contain_text(f"this one has {length:,}")
        assert len(await tab.composer.input_value()) == length
    await tab.composer.fill("short")
    await tab.composer.press("Enter")
    await tab.shows_status("completed")
    assert len(provider.calls) == 1


async def test_what_does_not_exist_and_what_is_not_yours_look_the_same(
    ada: Visitor, browser: Browser, server: Server, provider: ScriptedProvider
):
    tab = await ada.tab()
    await tab.ask("Mine.")
    path = await tab.in_new_chat()
    bob = await new_visitor(browser, server.url)
    seen: list[str] = []
    for address in (path, "/chat/nothing", "/nowhere/at/all"):
        page = await bob.context.new_page()
        await page.goto(server.url + address)
        await expect(page.get_by_role("heading", name="Not found")).to_be_visible()
        seen.append(await page.locator("section").inner_text())
        assert "Mine." not in await page.content()
    assert len(set(seen)) == 1
    await bob.context.close()


async def test_unusual_characters_come_back_as_they_went_in(ada: Visitor, provider: ScriptedProvider):
    text = "שלום عالم 👩‍👩‍👧‍👦 e\u0301 \u202ertl\u202c <b>&amp;</b> 𝒳"
    provider.on("שלום", Say(text), Finish())
    tab = await ada.tab()
    await tab.ask(text)
    await tab.shows_status("completed")
    assert await tab.body(tab.messages.first).inner_text() == text
    assert provider.calls[-1].question == text
    await tab.page.reload()
    assert await tab.body(tab.messages.first).inner_text() == text


async def test_what_can_not_be_stored_is_refused_with_a_sentence(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    for text in ("nul \0 byte", "lone \ud800 surrogate"):
        await tab.composer.evaluate(
            """(box, units) => {
                const text = String.fromCharCode(...units);
                Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
                box.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [ord(character) for character in text],
        )
        await tab.composer.press("Enter")
        await expect(tab.page.get_by_role("alert")).to_contain_text("can't be stored")
    assert not provider.calls
    provider.on("surrogates", Say("a\ud83d"), Say("\ude00b \ud800 c\0d"), Finish())
    await tab.ask("Send surrogates.")
    await tab.shows_status("completed")
    assert await tab.text() == "a😀b � c�d"


async def test_what_a_model_writes_is_never_html(ada: Visitor, provider: ScriptedProvider):
    provider.on(
        "hostile",
        Say('<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe><img src=x onerror="window.hacked = 1">\n\n'),
        Say("![a picture](https://example.com/tracker.png) [a link](javascript:window.hacked=1)"),
        Finish(),
    )
    tab = await ada.tab()
    await tab.ask("Be hostile.")
    await tab.shows_status("completed")
    assert await tab.answer.locator("iframe, img, [href^='javascript']").count() == 0
    await expect(tab.answer.get_by_role("button", name="Load the image")).to_contain_text("example.com/tracker.png")
    assert await tab.page.evaluate("window.hacked") is None
