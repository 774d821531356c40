"""While one message is written, nothing else is rendered, and of that message only its end."""

import random

from playwright.async_api import expect

from tests.support.eventually import eventually
from tests.support.provider import Finish, Pause, Say, ScriptedProvider
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

COUNT = """
() => {
  window.looks = []; let characters = 0;
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    characters += String(text).length;
    return exec.call(this, text);
  };
  new MutationObserver(() => {
    const text = [...document.querySelectorAll("[data-message-body]")].at(-1)?.textContent ?? "";
    window.looks.push([text.length, characters]);
    characters = 0;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
"""How long the answer was at each change of the page, and how many characters were looked at by expressions for it."""

COLOURED = """
() => [...document.querySelectorAll("[data-language=python] pre")].every((code) => code.querySelector("[style*=sdm-c]"))
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
    provider.always(Say("A **short** answer."), Finish())
    tab = await ada.tab()
    for number in range(50):
        if number == 49:
            provider.on("last", provider.tokens(6000, 200), Finish())
        await tab.ask(f"Question {number}, last." if number == 49 else f"Question {number}.")
        if number < 49:
            await expect(tab.messages).to_have_count(2 * number + 2)
            await tab.shows_status("completed")
    await expect(tab.messages).to_have_count(100)
    await expect(tab.answer).to_have_attribute("data-status", "streaming")
    await tab.page.evaluate(WATCH)
    await eventually(lambda: tab.page.evaluate("window.changesInside > 30"), within=30)
    assert await tab.page.evaluate("window.changesElsewhere") == []
    assert await tab.answer.get_attribute("data-status") == "streaming"


async def test_a_long_answer_costs_at_its_end_what_it_costs_at_its_beginning(ada: Visitor, provider: ScriptedProvider):
    part = (
        "## A part\n\nA paragraph of **some** words. And more of them.\n\n- an item\n- another\n\n```py\nx = 1\n```\n\n"
    )
    provider.on("long", *_in_bits(part * 500, random.Random(7)), Finish())
    tab = await ada.tab()
    await tab.page.evaluate(COUNT)
    await tab.ask("A long one.")
    await tab.shows_status("completed", within=60)
    looks = await tab.page.evaluate("window.looks")
    assert looks[-1][0] > 30_000
    assert _of_a_change(looks, 20_000, 30_000) < 2 * _of_a_change(looks, 3_000, 10_000)


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


def _of_a_change(looks: list[tuple[int, int]], shortest: int, longest: int) -> float:
    """Characters looked at for one change of the page, while the answer was so long."""
    at_that_time = [characters for length, characters in looks if shortest <= length < longest]
    return sum(at_that_time) / len(at_that_time)


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
