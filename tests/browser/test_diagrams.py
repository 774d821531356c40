"""Mermaid diagrams are drawn when they are complete, as pictures in which nothing runs and that fetch nothing."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Visitor

FLOW = "graph TD\n  A[A question] --> B{Is it long?}\n"
REST = "  B -->|yes| C[Scroll]\n  B -->|no| D[Read]\n"
PIE = 'pie title Pets\n  "Dogs" : 3\n  "Cats" : 2\n'
SEQUENCE = "sequenceDiagram\n  Ada->>Bob: Hello\n  Bob-->>Ada: <script>window.hacked=1</script>\n"
FOREIGN = "evil.example/x"
HOSTILE = (
    f'graph TD\n  A@{{ img: "https://{FOREIGN}", label: "x" }}\n',
    f"graph TD\n  A --> B\n  style A background-image:url(//{FOREIGN})\n",
    f"graph TD\n  A[\"<img src='https:{FOREIGN}'>\"] --> B\n",
    f"%%{{init: {{'securityLevel': 'loose', 'themeCSS': '@import \"//{FOREIGN}\";'}}}}%%\ngraph TD\n  A --> B\n",
)


def fenced(diagram: str) -> str:
    return f"```mermaid\n{diagram}```\n\n"


async def test_a_diagram_is_drawn_when_it_is_complete_and_its_code_is_loaded_then(
    ada: Visitor, provider: ScriptedProvider
):
    is_seen = asyncio.Event()
    rest = f"{REST}```\n\n{fenced(PIE)}Done."
    provider.on("draw", Say(f"So:\n\n```mermaid\n{FLOW}"), Until(is_seen), Say(rest), Finish())
    tab = await ada.tab()
    loaded: list[str] = []
    tab.page.on("request", lambda request: loaded.append(request.url) if "mermaid" in request.url else None)
    await tab.ask("Please draw.")
    await expect(tab.answer.locator("pre")).to_contain_text("A question")
    assert not loaded
    is_seen.set()
    pictures = tab.answer.locator(".diagram img")
    await expect(pictures).to_have_count(2, timeout=20_000)
    assert loaded
    for picture in await pictures.all():
        assert await picture.evaluate("(picture) => picture.decode().then(() => picture.naturalWidth)") > 50
    await tab.answer.get_by_text("Source of the diagram").first.click()
    await expect(tab.answer.get_by_text("Is it long?")).to_be_visible()


async def test_a_diagram_runs_nothing_and_one_that_names_an_address_stays_as_it_was_written(
    ada: Visitor, provider: ScriptedProvider
):
    provider.on("draw", Say("".join(map(fenced, (*HOSTILE, "graph TD\n  A -->\n", SEQUENCE))) + "Done."), Finish())
    tab = await ada.tab()  # which minds each request to another host
    await tab.ask("Please draw.")
    await tab.shows_status("completed")
    await expect(tab.answer.locator(".diagram img")).to_have_count(1, timeout=20_000)
    await expect(tab.answer.locator(".diagram-source:visible")).to_have_count(len(HOSTILE) + 1)
    assert await tab.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_wide_diagram_scrolls_by_itself(ada: Visitor, provider: ScriptedProvider, width: int):
    wide = "graph LR\n" + "".join(f"  A{step}[Step number {step}] --> A{step + 1}\n" for step in range(20))
    provider.on("draw", Say(fenced(wide)), Finish())
    tab = await ada.tab()
    await tab.page.set_viewport_size({"width": width, "height": 800})
    await tab.ask("Please draw.")
    await expect(tab.answer.locator(".diagram img")).to_be_visible(timeout=20_000)
    assert await tab.page.evaluate("document.documentElement.scrollWidth") <= width
    assert await tab.answer.evaluate("(answer) => answer.scrollWidth <= answer.clientWidth")
