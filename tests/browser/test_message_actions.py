"""The actions below each message: copy, continue."""

from playwright.async_api import Page, expect

from tests.support.keyboard import tab_to
from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider, Stall
from tests.support.visitor import Tab, Visitor

MARKDOWN = """\
Here is **how**:

3. First
4. *Second*

- [x] done

```python
print("hello")
```

| a | b |
| --- | --- |
| 1 | 2 |

And $$e^{i\\pi}=-1$$ is so."""
WORDS = 'Here is how: 3. First 4. Second ☑ done print("hello") a b 1 2 And $$e^{i\\pi}=-1$$ is so.'


async def clipboard(page: Page) -> str:
    return await page.evaluate("navigator.clipboard.readText()")


async def copying(ada: Visitor) -> Tab:
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return await ada.tab()


async def test_a_message_is_copied_as_text_or_as_markdown(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say(MARKDOWN), Finish())
    tab = await copying(ada)
    await tab.ask("How do *I* print?")
    await tab.shows_status("completed")
    await tab.answer.get_by_role("button", name="Copy as Markdown").click()
    await expect(tab.answer.get_by_text("Copied")).to_be_visible()
    assert await clipboard(tab.page) == MARKDOWN
    copy = tab.answer.get_by_role("button", name="Copy", exact=True)
    await copy.click()
    await expect(copy).to_contain_text("Copied")
    copied = await clipboard(tab.page)
    assert " ".join(copied.split()) == WORDS
    assert "3. First\n" in copied
    await tab.messages.first.get_by_role("button", name="Copy").click()
    await expect(tab.messages.first.get_by_text("Copied")).to_be_visible()
    assert await clipboard(tab.page) == "How do *I* print?"


async def test_an_answer_that_was_stopped_goes_on_from_where_it_stood(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Reasoning("Let me count."), Say("One, two, "), Stall())
    provider.reply(Say("three, four."), Finish())
    tab = await ada.tab()
    await tab.ask("Count to four.")
    await expect(tab.body(tab.answer)).to_have_text("One, two,")
    await tab.page.get_by_role("button", name="Stop").click()
    await tab.shows_status("stopped")
    await tab.answer.get_by_role("button", name="Continue").click()
    await expect(tab.body(tab.answer)).to_have_text("One, two, three, four.")
    await tab.shows_status("completed")
    await expect(tab.messages).to_have_count(2)
    await expect(tab.answer.get_by_role("button", name="Continue")).to_have_count(0)
    await tab.page.reload()
    await expect(tab.body(tab.answer)).to_have_text("One, two, three, four.")


async def test_an_answer_that_was_cut_says_so_and_goes_on(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("One, two, "), Finish("length"))
    provider.reply(Say("three, four."), Finish())
    tab = await ada.tab()
    await tab.ask("Count to four.")
    await tab.shows_status("completed")
    await expect(tab.answer).to_contain_text("reached its maximum length")
    await tab.answer.get_by_role("button", name="Continue").click()
    await expect(tab.body(tab.answer)).to_have_text("One, two, three, four.")


async def test_stop_and_continue_are_done_by_keyboard_alone(ada: Visitor, provider: ScriptedProvider):
    provider.reply(Say("One, two, "), Stall())
    provider.reply(Say("three, four."), Finish())
    tab = await ada.tab()
    await tab.ask("Count to four.")
    await expect(tab.body(tab.answer)).to_have_text("One, two,")
    await tab_to(tab.page, "Stop")
    await tab.page.keyboard.press("Enter")
    await tab.shows_status("stopped")
    await expect(tab.composer).to_be_focused()
    await tab_to(tab.page, "Continue", "Shift+Tab")
    await tab.page.keyboard.press("Enter")
    await expect(tab.body(tab.answer)).to_have_text("One, two, three, four.")
    await expect(tab.composer).to_be_focused()
