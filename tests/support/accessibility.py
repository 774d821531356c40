"""The findings of axe-core on a page, light and dark."""

from typing import Any, Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

SERIOUS = ("serious", "critical")
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SETTLED = "() => document.getAnimations().every((each) => each.effect.getTiming().iterations === Infinity)"
"""A colour that is still on its way to another is neither."""


async def check_accessible(page: Page) -> None:
    """Raises AssertionError with each serious problem: the page, the rule and where it is broken."""
    found = [problem for colours in COLOURS for problem in await _problems(page, colours)]
    await page.emulate_media(color_scheme="null")
    assert not found, "\n".join(found)


async def _problems(page: Page, colours: Literal["light", "dark"]) -> list[str]:
    await page.emulate_media(color_scheme=colours)
    await page.wait_for_function("(colours) => document.documentElement.classList.contains(colours)", arg=colours)
    await page.wait_for_function(SETTLED)
    violations: list[dict[str, Any]] = (await Axe().run(page)).response["violations"]
    return [
        f"{page.url} ({colours}) {violation['id']}: {node['html'][:200]}"
        for violation in violations
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
