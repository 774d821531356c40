"""Answers that are more than text: thoughts between marks, refusals, tools, pictures."""

import asyncio
import json
from typing import Any

from playwright.async_api import expect

from tests.support.provider import Finish, Raw, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor

TOOL = {"tool_calls": [{"index": 0, "id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}
PICTURE = {"images": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}]}


def delta(**fields: Any) -> Raw:
    return Raw(f"data: {json.dumps({'choices': [{'index': 0, 'delta': fields}]})}\n\n")


async def test_thoughts_between_marks_are_in_the_fold_and_in_no_answer(ada: Visitor, provider: ScriptedProvider):
    is_thinking, is_shown = asyncio.Event(), asyncio.Event()
    provider.on(
        "marked", Say("<think>\nLet me "), Say("see."), Until(is_thinking), Say("</think>\n\n"), Say("So."), Finish()
    )
    provider.on(
        "unopened", Say("One more thought."), Until(is_shown), Say("\n</think>\n\n"), Say("**Done**."), Finish()
    )
    provider.on("again", Say("I know how."), Until(is_shown), Say("\n</think>\n\n"), Say("Fine."), Finish())
    provider.on("plain", Say("No thought at all."), Finish())
    provider.on("code", Say("```xml\n<think>one</think>\n```\n"), Say("`</think>` closes it."), Finish())
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = await ada.tab()

    await tab.ask("A marked one.")
    await expect(tab.answer.locator("[data-message-reasoning]").get_by_text("Let me see.")).to_be_visible()
    is_thinking.set()
    await shows(tab, "So.", thoughts="Let me see.")

    await ask_the_unopened_one(tab, is_shown)

    is_shown.clear()
    await tab.ask("And again.")
    fold = tab.answer.locator("[data-message-reasoning]")
    await expect(fold.get_by_text("I know how.")).to_be_visible()
    is_shown.set()
    await shows(tab, "Fine.", thoughts="I know how.")

    await tab.ask("A plain one.")
    await shows(tab, "No thought at all.")
    await tab.ask("Some code.")
    await shows(tab, "`</think>` closes it.".replace("`", ""), is_all=False)

    await tab.page.reload()
    await expect(tab.page.locator("[data-message-reasoning]")).to_have_count(3)
    bodies = tab.page.locator("[data-role=assistant] [data-message-body]")
    await expect(bodies.nth(1)).to_have_text("Done.")
    asked = [message["content"] for message in provider.calls[-1].messages]
    assert [text for text in asked if "thought." in text or "Let me" in text] == []


async def ask_the_unopened_one(tab: Tab, is_shown: asyncio.Event) -> None:
    """Its thoughts are text until their closing mark comes; then they are in the fold, and in no copy."""
    await tab.ask("An unopened one.")
    await expect(tab.body(tab.answer)).to_have_text("One more thought.")
    is_shown.set()
    await shows(tab, "Done.", thoughts="One more thought.")
    await tab.answer.get_by_role("button", name="Copy as Markdown").click()
    assert await tab.page.evaluate("navigator.clipboard.readText()") == "**Done**."


async def test_what_is_no_text_is_said_in_a_sentence(ada: Visitor, provider: ScriptedProvider):
    provider.on("refuse", delta(refusal="I can't help "), delta(refusal="with that."), Finish())
    provider.on("tool", Say("Let me look. "), delta(**TOOL), Finish("tool_calls"))
    provider.on("picture", delta(content="Here it is:", **PICTURE), Finish())
    tab = await ada.tab()
    for question, words, sentence in (
        ("Please refuse.", "I can't help with that.", "The model refused to answer this."),
        ("Use a tool.", "Let me look.", "The model wanted to use a tool, but there are none here."),
        ("A picture.", "Here it is:", "The model sent more than text, such as a picture, a sound or a file."),
    ):
        calls = len(provider.calls)
        await tab.ask(question)
        await expect(tab.answer.get_by_role("alert")).to_contain_text(sentence)
        await expect(tab.body(tab.answer)).to_have_text(words)
        assert len(provider.calls) == calls + 1
    await tab.page.goto(f"{tab.url}/settings")
    await tab.page.get_by_role("combobox", name="Language").select_option(label="Deutsch")
    await expect(tab.page.locator("html")).to_have_attribute("lang", "de")
    await tab.page.go_back()
    await expect(tab.page.get_by_text("Das Modell hat sich geweigert, darauf zu antworten.")).to_be_visible()


async def shows(tab: Tab, answer: str, *, thoughts: str = "", is_all: bool = True) -> None:
    await tab.shows_status("completed")
    await (expect(tab.body(tab.answer)).to_have_text(answer) if is_all else expect(tab.answer).to_contain_text(answer))
    fold = tab.answer.locator("[data-message-reasoning]")
    await expect(fold.locator(".reasoning")).to_have_text([thoughts] if thoughts else [])
