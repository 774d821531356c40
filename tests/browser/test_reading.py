"""Reading: the way back to the end for who scrolled up, what a model thought, and code."""

import asyncio
import re

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Reasoning, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor

SCROLLS = """
(code) => [code, ...code.querySelectorAll("*")].some((each) => (each.scrollLeft = 100) && each.scrollLeft === 100)
"""
PRESSED_IN_MID_SCROLL = """
async (button) => {
  let region = document.querySelector("[role=log]");
  while (getComputedStyle(region).overflowY !== "auto") region = region.parentElement;
  button.click();
  for (let frame = 0; frame < 5; frame++) {
    await new Promise(requestAnimationFrame);
    region.scrollBy({ top: -40, behavior: "instant" });
  }
}
"""
"""The browser glides after a turn of the wheel for some frames more, and the page learns of it in each."""
PAGES = "A paragraph.\n\n" * 80

CODE = {
    "javascript": "const one = 'two'; // three",
    "typescript": "const one: string = 'two';",
    "bash": 'for one in $(ls); do echo "$one"; done',
    "json": '{"one": 2}',
    "sql": "select one from two where three = 4",
    "html": '<p class="one">two</p>',
    "css": "p { color: red; }",
    "go": "func main() { one := 2 }",
    "rust": "fn main() { let one = 2; }",
    "java": "class One { int two = 3; }",
    "c": "int main(void) { return 1; }",
    "yaml": "one: 'two'",
}
"""Usual languages, and a line in each."""


async def scrolled_up(tab: Tab) -> None:
    await tab.page.locator("[role=log]").hover()
    await tab.page.mouse.wheel(0, -600)
    await expect(tab.page.get_by_role("button", name="To the end")).to_be_visible()


async def test_the_button_to_the_end_has_a_mark_where_there_is_new_text(ada: Visitor, provider: ScriptedProvider):
    is_away = asyncio.Event()
    provider.on("long", Say(PAGES), Until(is_away), Say("The end."), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await expect(tab.answer.get_by_text("A paragraph.").last).to_be_in_viewport()
    await scrolled_up(tab)
    button = tab.page.get_by_role("button", name="To the end")
    await expect(button).not_to_contain_text("new text")
    is_away.set()
    await expect(button).to_contain_text("new text")
    await button.click()
    await expect(tab.answer.get_by_text("The end.")).to_be_in_viewport()
    await expect(button).to_have_count(0)


async def test_a_reader_who_scrolls_in_a_settled_chat_is_told_of_nothing_new(ada: Visitor, provider: ScriptedProvider):
    provider.on("long", Say(PAGES), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await tab.shows_status("completed")
    assert await tab.page.evaluate("document.documentElement.scrollHeight === innerHeight")  # only the chat scrolls
    await scrolled_up(tab)
    await expect(tab.page.get_by_role("button", name="To the end")).not_to_contain_text("new text")
    await tab.page.get_by_role("button", name="To the end").press("Enter")
    await expect(tab.answer.get_by_role("button", name="Regenerate", exact=True)).to_be_in_viewport()
    await expect(tab.composer).to_be_focused()


async def test_the_way_to_the_end_is_not_cut_short_by_the_rest_of_a_turn_of_the_wheel(
    ada: Visitor, provider: ScriptedProvider
):
    provider.on("long", Say(PAGES), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await tab.shows_status("completed")
    await scrolled_up(tab)
    await tab.page.get_by_role("button", name="To the end").evaluate(PRESSED_IN_MID_SCROLL)
    await expect(tab.answer.get_by_role("button", name="Regenerate", exact=True)).to_be_in_viewport()


async def test_the_end_stays_in_view_while_a_long_question_is_written_and_sent(
    ada: Visitor, provider: ScriptedProvider
):
    provider.on("long one", Say(PAGES), Finish())
    provider.on("word", Say("To many words, this."), Finish())
    provider.on("Where", Say("There."), Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await tab.shows_status("completed")
    regenerate = tab.answer.get_by_role("button", name="Regenerate", exact=True)
    for text in ("word " * 400, ""):
        await tab.composer.fill(text)
        await expect(regenerate).to_be_in_viewport()
        await expect(tab.page.get_by_role("button", name="To the end")).to_have_count(0)
    await tab.ask("word " * 400)
    await expect(tab.answer.get_by_text("To many words, this.")).to_be_in_viewport()
    await scrolled_up(tab)
    await tab.ask("Where?")
    await expect(tab.answer.get_by_text("There.")).to_be_in_viewport()


async def test_reasoning_has_a_fold_of_its_own_with_the_seconds_it_took(ada: Visitor, provider: ScriptedProvider):
    is_awaited, is_seen = asyncio.Event(), asyncio.Event()
    provider.on("think", Until(is_awaited), Reasoning("Let me see."), Until(is_seen), Say("So it is."), Finish())
    tab = await ada.tab()
    await tab.ask("Please think.")
    await expect(tab.answer).to_contain_text("Thinking…")
    is_awaited.set()
    fold = tab.answer.locator("[data-message-reasoning]")
    await expect(fold.get_by_text("Thinking for 2 seconds")).to_be_visible()
    await expect(fold.get_by_text("Let me see.")).to_be_visible()
    is_seen.set()
    await tab.shows_status("completed")
    await expect(fold.get_by_text("Let me see.")).to_be_hidden()
    thought = fold.get_by_text(re.compile(r"Thought for \d+ seconds"))
    seconds = await thought.inner_text()
    assert int(seconds.split()[2]) >= 2
    await thought.press("Enter")
    await expect(fold.get_by_text("Let me see.")).to_be_visible()
    await tab.page.reload()
    await expect(fold.get_by_text(seconds)).to_be_visible()


async def test_code_is_copied_and_downloaded_and_its_long_lines_scroll(ada: Visitor, provider: ScriptedProvider):
    code = f"print({'1 + ' * 100}1)"
    provider.on("code", Say(f"So:\n\n```python\n{code}\n```\n\nDone."), Finish())
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = await ada.tab()
    await tab.ask("Some code.")
    await tab.shows_status("completed")
    await tab.answer.get_by_role("button", name="Copy code").click()
    assert (await tab.page.evaluate("navigator.clipboard.readText()")).strip() == code
    async with tab.page.expect_download() as download:
        await tab.answer.get_by_role("button", name="Download file").click()
    assert (await (await download.value).path()).read_text().strip() == code
    wide = "(code) => code.scrollWidth > code.clientWidth"
    body = tab.answer.locator("[data-streamdown=code-block-body]")
    await eventually(lambda: body.evaluate(wide))
    assert not await tab.page.locator("[role=log]").evaluate(wide)
    await eventually(lambda: body.evaluate(SCROLLS))


async def test_code_of_the_usual_languages_is_highlighted(ada: Visitor, provider: ScriptedProvider):
    fences = (f"```{language}\n{code}\n```\n" for language, code in CODE.items())
    provider.on("languages", Say("\n".join(fences)), Finish())
    tab = await ada.tab()
    await tab.ask("Some languages.")
    await tab.shows_status("completed")
    blocks = tab.answer.locator("pre")
    await expect(blocks).to_have_count(len(CODE))
    for number, language in enumerate(CODE):
        colours = blocks.nth(number).locator("span[style]")
        await expect(colours.nth(1), language).to_be_attached()
