"""Formulas are drawn when they are complete, whatever pieces they come in, and nothing odd is shown before."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.test_rendering import MARKUP
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Visitor

TEXTS = Path(__file__).parents[1] / "page" / "formula_texts.mjs"
WATCH = """
() => {
  window.seen = { wrong: new Set(), drawn: 0, vanished: [] };
  const read = () => {
    const answer = [...document.querySelectorAll("[data-role=assistant]")].at(-1);
    for (const source of answer?.querySelectorAll(".formula-source, .katex-error") ?? []) seen.wrong.add(source.textContent);
    const drawn = answer?.querySelectorAll("[data-formula]").length ?? 0;
    if (drawn < seen.drawn) seen.vanished.push(answer.textContent.slice(-80));
    seen.drawn = drawn;
  };
  new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
UNDRAWABLE = (r"\(\foo\)", r"\[ \frac{1} \]", r"$x^2^3$", "$$\n\\left( x\n$$", r"\begin{align} a }\end{align}")


@pytest.mark.parametrize("length", [1, 3, 7])
async def test_formulas_are_drawn_once_they_are_complete(ada: Visitor, provider: ScriptedProvider, length: int):
    text = "\n\n".join(_texts())
    provider.on("formulas", *_pieces(text, length), Finish())
    tab = await ada.tab()
    await tab.page.evaluate(WATCH)
    await tab.ask("All formulas.")
    await tab.shows_status("completed", within=120)
    assert await tab.page.evaluate("[...seen.wrong]") == []
    assert await tab.page.evaluate("seen.vanished") == []
    written = await tab.page.evaluate(MARKUP)
    await tab.page.reload()
    await expect(tab.answer.locator("[data-formula]").first).to_be_visible()
    await expect(tab.body(tab.answer)).to_contain_text("The end.")
    assert await tab.page.evaluate(MARKUP) == written


async def test_what_is_written_of_a_formula_is_shown_as_it_is(ada: Visitor, provider: ScriptedProvider):
    beginnings = {r"\[ \frac{a": r"}{b} \]", r"\begin{align} a &= \sq": r"rt{b} \end{align}", r"\( x_1 * y": r"_2\)"}
    looked_at = {beginning: asyncio.Event() for beginning in beginnings}
    steps = [
        step
        for beginning, rest in beginnings.items()
        for step in (Say(f"\n\nSo **now** {beginning}"), Until(looked_at[beginning]), Say(rest))
    ]
    provider.on("slowly", *steps, Finish())
    tab = await ada.tab()
    await tab.ask("Write slowly.")
    for beginning, event in looked_at.items():
        await expect(tab.body(tab.answer)).to_contain_text(f"So now {beginning}")
        event.set()
    await tab.shows_status("completed")
    await expect(tab.answer.locator("[data-formula] > .katex-html, [data-formula] > .katex")).to_have_count(3)


async def test_a_formula_that_cannot_be_drawn_is_shown_quietly(ada: Visitor, provider: ScriptedProvider):
    provider.on("wrong", Say("\n\n".join(UNDRAWABLE)), Finish())
    tab = await ada.tab()
    await tab.ask("Something wrong.")
    await tab.shows_status("completed")
    sources = tab.answer.locator(".formula-source")
    await expect(sources).to_have_text(list(UNDRAWABLE))
    muted = await tab.page.evaluate("getComputedStyle(document.querySelector('.formula-source')).color")
    assert muted != "rgb(204, 0, 0)"
    await expect(sources.first).to_have_attribute(
        "title", r"This formula can't be drawn: Undefined control sequence: \foo"
    )


def _texts() -> list[str]:
    """All texts of the page's own tests, formulas and none, and a last one."""
    program = f"import {{ FORMULAS, NO_FORMULAS }} from {json.dumps(TEXTS.as_uri())};"
    program += "console.log(JSON.stringify([...FORMULAS.map(([text]) => text), ...NO_FORMULAS]))"
    done = subprocess.run(["node", "--input-type=module", "-e", program], capture_output=True, check=True)
    return [text for text in json.loads(done.stdout) if "[^" not in text] + ["The end."]


def _pieces(text: str, length: int) -> list[Say]:
    return [Say(text[at : at + length]) for at in range(0, len(text), length)]
