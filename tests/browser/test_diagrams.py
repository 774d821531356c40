"""Mermaid diagrams are drawn when they are complete, as pictures in which nothing runs and that fetch nothing."""

import asyncio

import pytest
from playwright.async_api import expect

from tests.support.provider import Finish, Say, ScriptedProvider, Until
from tests.support.visitor import Tab, Visitor

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


WRONG = {
    "graph TD\n  A -->\n": "Parse error on line 4",
    "nonsense\n": "No diagram type detected",
    "sequenceDiagram\n  Ada->>\n": "Parse error on line",
    'pie\n  "Dogs" : many\n': "Parsing failed",
    f"graph TD\n  A@{{ img: 'https://{FOREIGN}' }}\n": "it refers to an address",
    f"graph TD\n{'  A --> B' * 3000}\n": "too long",
}
"""Diagrams that can't be drawn, and a part of what is said of each."""


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


async def test_a_diagram_that_cannot_be_drawn_is_shown_as_written_with_the_reason_and_only_when_it_is_complete(
    ada: Visitor, provider: ScriptedProvider
):
    is_seen = asyncio.Event()
    first, *others = WRONG
    rest = "".join(map(fenced, others))
    provider.on("draw", Say(f"```mermaid\n{first}"), Until(is_seen), Say(f"```\n\n{rest}Done."), Finish())
    tab = await ada.tab()
    await tab.ask("Please draw.")
    await expect(tab.answer.locator(".diagram-source")).to_be_visible()
    await expect(tab.answer.locator(".diagram-reason")).to_have_count(0)
    is_seen.set()
    await tab.shows_status("completed")
    reasons = tab.answer.locator(".diagram-reason")
    await expect(reasons).to_have_count(len(WRONG), timeout=20_000)
    for number, said in enumerate(WRONG.values()):
        await expect(reasons.nth(number)).to_contain_text(said)
        assert len(await reasons.nth(number).inner_text()) < 300


async def drawn(ada: Visitor, provider: ScriptedProvider, *diagrams: str) -> Tab:
    provider.on("draw", Say("".join(map(fenced, diagrams))), Finish())
    tab = await ada.tab()
    await tab.ask("Please draw.")
    await expect(tab.answer.locator(".diagram img")).to_have_count(len(diagrams), timeout=20_000)
    return tab


async def test_a_diagram_has_the_colours_of_the_page_and_changes_with_them(ada: Visitor, provider: ScriptedProvider):
    tab = await drawn(ada, provider, PIE)
    picture = tab.answer.locator(".diagram img")
    light = str(await picture.get_attribute("src"))
    await tab.page.emulate_media(color_scheme="dark")
    await expect(picture).not_to_have_attribute("src", light)
    await tab.page.emulate_media(color_scheme="light")
    await expect(picture).to_have_attribute("src", light.replace("diagram-1", "diagram-3"))


async def test_a_diagram_opens_large_by_keyboard_and_the_focus_comes_back(ada: Visitor, provider: ScriptedProvider):
    tab = await drawn(ada, provider, FLOW + REST)
    button = tab.answer.get_by_role("button", name="Open the diagram large")
    await button.press("Enter")
    dialog = tab.page.get_by_role("dialog", name="Diagram")
    large = dialog.get_by_role("img")
    await expect(large).to_be_visible()
    width = float(await large.evaluate("(image) => image.width"))
    await tab.page.keyboard.press("+")
    await expect(large).to_have_js_property("width", round(width * 1.25))
    await tab.page.keyboard.press("0")
    await expect(large).to_have_js_property("width", round(width))
    await dialog.get_by_role("button", name="Smaller").press("Enter")
    await expect(large).to_have_js_property("width", round(width / 1.25))
    await tab.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(button).to_be_focused()
    await tab.answer.locator(".diagram img").click()
    await expect(dialog).to_be_visible()


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
    assert 0.59 < await scale(tab, "first") < 0.62  # its letters can be read


async def test_a_small_diagram_keeps_its_size_and_a_somewhat_wide_one_fits(ada: Visitor, provider: ScriptedProvider):
    wide = "graph LR\n" + "".join(f"  A{step}[Step number {step}] --> A{step + 1}\n" for step in range(4))
    tab = await drawn(ada, provider, FLOW + REST, wide)
    assert await scale(tab, "first") == pytest.approx(1, abs=0.01)
    assert 0.6 < await scale(tab, "last") < 0.99
    frame = tab.answer.locator(".diagram-picture").last
    assert await frame.evaluate("(frame) => frame.scrollWidth === frame.clientWidth")


async def scale(tab: Tab, which: str) -> float:
    """How large the first or last diagram is shown, where 1 is its own size."""
    pictures = tab.answer.locator(".diagram img")
    picture = pictures.first if which == "first" else pictures.last
    return await picture.evaluate("(picture) => picture.decode().then(() => picture.width / picture.naturalWidth)")
