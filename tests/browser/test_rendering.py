"""While one message is written, nothing else is rendered, and of that message only its end."""

import asyncio
import random

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Pause, Say, ScriptedProvider
from tests.support.seeded import seed_chat
from tests.support.site import Server
from tests.support.visitor import Tab, Visitor

WATCH = """
() => {
  const written = [...document.querySelectorAll("[data-role=assistant]")].at(-1);
  window.changesElsewhere = [];
  window.changesInside = 0;
  new MutationObserver((records) => {
    for (const record of records) {
      if (written.contains(record.target)) window.changesInside += 1;
      else window.changesElsewhere.push(record.type + " " + (record.target.outerHTML ?? "").slice(0, 200));
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
"""

STANZAS = """
() => {
  window.changesAbove = [];
  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      const stanza = element?.closest(".markdown > div");
      if (!stanza?.nextElementSibling?.nextElementSibling || element.closest("[data-streamdown^=code-block]")) continue;
      window.changesAbove.push(element.outerHTML.slice(0, 200));
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
"""
"""The elements that change in a section that isn't one of the last two. Code gets its colours when their library is
loaded."""

COLOURED = """
() => [...document.querySelectorAll("[data-language=python] pre")]
  .every((code) => code.querySelector("[style*='sdm-c: #']"))
"""

MARKUP = """
() => {
  const body = [...document.querySelectorAll("[data-role=assistant] [data-message-body]")].at(-1).cloneNode(true);
  for (const box of body.querySelectorAll("div.contents, .markdown > div")) box.replaceWith(...box.childNodes);
  body.normalize();
  return body.innerHTML.replaceAll("\\n", "");
}
"""
"""The answer's elements, whatever groups of them are rendered together."""

PARTS = (
    "## A **title** with `code`",
    "A paragraph with **bold words**, *slanted* ones, `code`, snake_case, $5 and [a link](https://example.com/a). "
    * 12,
    "A stray ** star, an [open bracket, ~5 of them and 2 * 3 * 4. " * 6 + "\nAnd a second line",
    "- one\n- two\n\n  of two paragraphs\n\n- three\n  1. four\n  2. five",
    "```python\nfor each in text:\n    match = re.match(r'[^a-z]+', each)\n\n    print(match)\n```",
    "> A quote\n> of two lines\n\n> and another",
    "| a | b |\n| --- | --- |\n| 1 | **2** |",
    "$$\nx^2 + y^2\n$$",
    "- [x] done\n- [ ] to do",
    "<details>\n\nHidden?\n\n</details>",
    "---",
    "שלום עולם, this is **mixed**",
)


async def test_the_other_99_messages_are_not_touched(ada: Visitor, server: Server, provider: ScriptedProvider):
    is_seen = asyncio.Event()
    provider.on("last", provider.tokens_until(is_seen, 200), Finish())
    tab = await _with_98_messages(ada, server)
    await tab.ask("Question 50, the last.")
    await expect(tab.messages).to_have_count(100)
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.page.evaluate(WATCH)
    await eventually(lambda: tab.page.evaluate("window.changesInside > 30"), within=30)
    assert await tab.page.evaluate("window.changesElsewhere") == []
    assert await tab.answer.get_attribute("data-status") == "streaming"
    is_seen.set()


async def test_what_a_long_answer_has_settled_is_not_touched(ada: Visitor, provider: ScriptedProvider):
    part = "## A part\n\nA paragraph of **some** words.\n\n- an item\n- another\n\n```python\nx = 1\n```\n\n"
    provider.on("long", *_in_bits(part * 100, random.Random(7)), Finish())
    tab = await ada.tab()
    await tab.page.evaluate(STANZAS)
    await tab.ask("A long one.")
    await tab.shows_status("completed", within=60)
    longest = "Math.max(...[...document.querySelectorAll('.markdown > div')].map((each) => each.textContent.length))"
    assert await tab.page.evaluate(longest) < 5_000
    assert await tab.page.evaluate("window.changesAbove") == []


async def test_an_answer_looks_as_it_was_written_when_it_is_loaded_anew(ada: Visitor, provider: ScriptedProvider):
    choose = random.Random(7)
    text = "\n\n".join(choose.choice(PARTS) for _ in range(60)) + "\n\nThe end."
    provider.on("all kinds", *_in_bits(text, choose), Finish())
    tab = await ada.tab()
    await tab.ask("Write all kinds.")
    await tab.shows_status("completed", within=60)
    assert await tab.page.locator(".markdown > div").count() > 3
    written = await _markup(tab)
    await tab.page.reload()
    await expect(tab.answer).to_contain_text("The end.")
    loaded = await _markup(tab)
    assert written == loaded


async def _with_98_messages(ada: Visitor, server: Server) -> Tab:
    """All of them in the page, which a reader gets by scrolling up."""
    await seed_chat(server, ada, 98)
    tab = await ada.tab()
    await tab.chats.first.click()
    await expect(tab.messages).to_have_count(50)
    await tab.messages.first.scroll_into_view_if_needed()
    await expect(tab.messages).to_have_count(98)
    return tab


def _in_bits(text: str, choose: random.Random) -> list[Say | Pause]:
    steps: list[Say | Pause] = []
    while text:
        length = choose.randint(1, 60)
        steps += [Say(text[:length]), Pause(0.01)]
        text = text[length:]
    return steps


async def _markup(tab: Tab) -> str:
    """Once all code has its colours."""
    await eventually(lambda: tab.page.evaluate(COLOURED), within=20)
    return await tab.page.evaluate(MARKUP)
