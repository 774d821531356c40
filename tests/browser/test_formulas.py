"""Formulas are drawn when they are complete, whatever pieces they come in, and nothing odd is shown before."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.test_hostile_markdown import FOREIGN, HACK, foreign_requests, is_harmless, told
from tests.browser.test_rendering import MARKUP as WHOLE_MARKUP
from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Visitor

MARKUP = WHOLE_MARKUP.replace(
    "body.normalize", 'body.querySelectorAll("pre").forEach((pre) => pre.remove()); body.normalize'
)
"""Without code, which gets its colours whenever their library has come."""
TEXTS = Path(__file__).parents[1] / "page" / "formula_texts.mjs"
WATCH = """
() => {
  window.seen = { wrong: new Set(), drawn: 0, vanished: [] };
  const read = () => {
    const answer = [...document.querySelectorAll("[data-role=assistant]")].at(-1);
    const wrong = answer?.querySelectorAll(".formula-source, .katex-error") ?? [];
    for (const source of wrong) seen.wrong.add(source.textContent);
    const drawn = answer?.querySelectorAll("[data-formula]").length ?? 0;
    if (drawn < seen.drawn) seen.vanished.push(answer.textContent.slice(-80));
    seen.drawn = drawn;
  };
  new MutationObserver(read).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
UNDRAWABLE = (r"\(\foo\)", r"\[ \frac{1} \]", r"$x^2^3$", "$$\n\\left( x\n$$", r"\begin{align} a }\end{align}")

HOSTILE = rf"""
\[ \href{{javascript:{HACK}}}{{a}} \htmlId{{overlay}}{{b}} \htmlStyle{{position:fixed;inset:0}}{{c}} \]
\( \url{{{FOREIGN}/a}} \) \( \href{{{FOREIGN}/b}}{{\text{{Settings}}}} \)
$\includegraphics[width=99em]{{{FOREIGN}/c.png}}$
$\htmlClass{{fixed inset-0}}{{d}}$ $\htmlData{{role=assistant}}{{e}}$
\ce{{\href{{javascript:{HACK}}}{{H2O}} ->[\htmlStyle{{inset:0}}{{x}}] \rule{{9999em}}{{9999em}}}}
\ce{{$\includegraphics{{{FOREIGN}/d.png}}$}} \pu{{\url{{{FOREIGN}/e}}}}
\begin{{array}}{{c}} \url{{{FOREIGN}/f}} \\[9999em] \hspace{{-9999em}} \end{{array}}
\[ \rule{{9999em}}{{9999em}} \raisebox{{999em}}{{\rule{{9999em}}{{9999em}}}} \mathclap{{\rule{{99em}}{{99em}}}} \]

\(<img src="{FOREIGN}/g.png" onerror="{HACK}">\) $"><script>{HACK}</script>$
\(\unknown{{"><img src={FOREIGN}/h onerror={HACK}>}}\) \(\text{{</span><script>{HACK}</script>}}\)
\(\gdef\frac#1#2{{\href{{javascript:{HACK}}}{{#1}}}}\) \(\def\bomb{{\bomb\bomb}}\bomb\)
\(\newcommand\x{{\y\y\y}}\newcommand\y{{\z\z\z}}\newcommand\z{{aaaaaaaaaaaa}}\x\x\x\)
| \(\htmlStyle{{position:fixed}}{{|}}\) | $\url{{{FOREIGN}/i}}$ |
|---|---|
| ${"{" * 3000}x{"}" * 3000}$ | \(\frac{{1}}{{2}}\) |

```math
\href{{javascript:{HACK}}}{{a}} \includegraphics{{{FOREIGN}/j.png}}
```

The end.
"""
ENDLESS = {
    "brackets": "\\[ x " * 1500,
    "lines": "\\[\n" * 3000,
    "parentheses in braces": "\\({" * 1500,
    "dollars": "$x " * 3000,
    "environments": "\\begin{align}" * 1000,
    "chemistry": "\\ce{" * 1500,
}


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
    reason = r"This formula can't be drawn: Undefined control sequence: \foo"
    await expect(sources.first).to_have_attribute("title", reason)


async def test_no_formula_runs_loads_or_covers_anything(ada: Visitor, provider: ScriptedProvider):
    asked = foreign_requests(ada.context, ada.url)
    tab = await told(ada, provider, HOSTILE, ends="The end.")
    await is_harmless(tab)
    assert await tab.answer.locator("[data-role=assistant], .fixed").count() == 0
    drawn = tab.answer.locator("[data-formula]", has_text="12").filter(has=tab.page.locator(".mfrac"))
    await expect(drawn).to_have_count(1)  # what another formula defined is forgotten
    assert asked == []


async def test_formulas_without_an_end_do_not_stop_the_page(ada: Visitor, provider: ScriptedProvider):
    for kind, text in ENDLESS.items():
        tab = await told(ada, provider, f"{text}\n\nThe end of {kind}.", ends=f"The end of {kind}.")
        await expect(tab.composer).to_be_editable()
        await tab.page.close()


def _texts() -> list[str]:
    """All texts of the page's own tests, formulas and none, and a last one."""
    program = f"import {{ FORMULAS, NO_FORMULAS }} from {json.dumps(TEXTS.as_uri())};"
    program += "console.log(JSON.stringify([...FORMULAS.map(([text]) => text), ...NO_FORMULAS]))"
    done = subprocess.run(["node", "--input-type=module", "-e", program], capture_output=True, check=True)
    return [text for text in json.loads(done.stdout) if "[^" not in text] + ["The end."]


def _pieces(text: str, length: int) -> list[Say]:
    return [Say(text[at : at + length]) for at in range(0, len(text), length)]
