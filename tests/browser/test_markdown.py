"""Markdown is formatted while it is written, and what stands there stays where it is."""

import asyncio

from playwright.async_api import ElementHandle, expect

from tests.support.provider import Finish, Pause, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor, words

PIECES = {
    "h2": "## How to sort\n\n",
    "[data-streamdown=strong]": "Most often the **library's own** sort is right[^1].\n\n",
    "table td": "| algorithm | stable |\n| --- | :---: |\n| Timsort | yes |\n| Quicksort | no |\n\n",
    "li input[type=checkbox]": "- [x] measure\n- [ ] choose\n\n",
    "pre span[style]": "```python\ndef merge(left, right):\n    return sorted(left + right)\n```\n\n",
    "blockquote": "> Bounded from below:\n\n",
    ".katex-display": "$$\n\\log_2 n!\n$$\n\n",
    ".footnotes li": "[^1]: Millions of people test it.\n\n",
}
"""Texts that arrive piece by piece, under the element that shows them."""
COMES_LATER = ("[data-streamdown=strong]", "pre span[style]")
"""The mark of the note comes into that paragraph with the note, and colours into code a moment after it."""
PLACE = "(element) => element.offsetTop - element.closest('[data-message-body]').offsetTop"
HUNDRED_KB = 100_000


async def test_markdown_is_formatted_while_it_is_written_and_does_not_move(ada: Visitor, provider: ScriptedProvider):
    looked_at = {element: asyncio.Event() for element in PIECES}
    steps = [step for element, piece in PIECES.items() for step in (Say(piece), Until(looked_at[element]))]
    provider.on("everything", *steps, Finish())
    tab = await ada.tab()
    await tab.ask("Show everything.")
    seen: dict[str, tuple[ElementHandle, float]] = {}
    for element in PIECES:
        shown = tab.answer.locator(element).first
        await expect(shown).to_be_visible()
        await tab.shows_status("streaming")
        handle = await shown.element_handle()
        assert handle
        if element not in COMES_LATER:
            seen[element] = handle, await handle.evaluate(PLACE)
        looked_at[element].set()
    await expect(tab.answer.get_by_role("button", name="Regenerate", exact=True)).to_be_visible()
    for element, (handle, place) in seen.items():
        assert await handle.evaluate("(element) => element.isConnected"), f"{element} was made anew"
        assert await handle.evaluate(PLACE) == place, f"{element} has moved"


async def test_a_fold_that_is_opened_while_it_is_written_stays_open(ada: Visitor, provider: ScriptedProvider):
    opened = asyncio.Event()
    begun = Say("<details>\n<summary>A hint</summary>\n\nThink **twice**.\n")
    rest = Say("\n- of H<sub>2</sub>O\n\n</details>\n\n| a |\n| --- |\n| one<br>two |\n\nList<String>")
    provider.on("fold", begun, Until(opened), rest, Finish())
    tab = await ada.tab()
    await tab.ask("With a fold, please.")
    words = tab.answer.get_by_text("twice")
    await tab.answer.get_by_text("A hint").click()
    await expect(words).to_be_visible()
    opened.set()
    await expect(tab.answer.get_by_text("List<String>")).to_be_visible()
    await expect(words).to_be_visible()
    await expect(tab.answer.locator("details li sub")).to_have_text("2")
    assert await tab.answer.locator("td").inner_text() == "one\ntwo"


async def test_a_footnote_is_gone_to_and_back_in_its_own_answer(ada: Visitor, provider: ScriptedProvider):
    filler = "A paragraph.\n\n" * 40
    provider.on("first", Say(f"One[^1].\n\n{filler}\n\n[^1]: The first note.\n"), Finish())
    provider.on("second", Say(f"Two[^1].\n\n{filler}\n\n[^1]: The second note.\n"), Finish())
    tab = await ada.tab()
    for question in ("The first.", "The second."):
        await tab.ask(question)
        await tab.shows_status("completed")
        await expect(tab.answer.get_by_role("button", name="Regenerate", exact=True)).to_be_in_viewport()
    path = tab.path
    await tab.answer.get_by_role("link", name="1", exact=True).press("Enter")
    await expect(tab.answer.get_by_text("The second note.")).to_be_in_viewport()
    await tab.answer.get_by_role("link", name="Back to reference 1").press("Enter")
    mark = tab.answer.get_by_role("link", name="1", exact=True)
    await expect(mark).to_be_in_viewport()
    await expect(mark).to_be_focused()
    assert tab.path == path


async def test_an_answer_of_100_kb_is_whole_and_the_page_listens_meanwhile(ada: Visitor, provider: ScriptedProvider):
    paragraph = "All work and no play makes **Jack** a dull boy. " * 10 + "\n\n"
    pieces = [Say(paragraph)] * (HUNDRED_KB // len(paragraph) + 1)
    provider.on("long", *[step for piece in pieces for step in (piece, Pause(0.08))], Finish())
    tab = await ada.tab()
    await tab.ask("A long one.")
    await tab.has_more_than(20_000)
    await tab.composer.press_sequentially("And then?")
    await expect(tab.composer).to_have_value("And then?")
    await tab.shows_status("streaming")
    await _scrolls(tab)
    await tab.shows_status("completed")
    assert await tab.text() == words((paragraph * len(pieces)).replace("**", ""))


async def _scrolls(tab: Tab) -> None:
    """To where the reader wants, where it stays while more comes."""
    await tab.page.locator("[role=log]").hover()
    await tab.page.mouse.wheel(0, -3000)
    await expect(tab.page.get_by_role("button", name="To the end")).to_contain_text("new text")
    place = await _place(tab)
    await tab.has_more_than(len(await tab.answer.inner_text()) + 5_000)
    assert await _place(tab) == place


async def _place(tab: Tab) -> float:
    return await tab.answer.evaluate("(answer) => answer.getBoundingClientRect().top")
