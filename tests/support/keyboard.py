"""A page without a mouse."""

from playwright.async_api import Page

MOST = 60
"""Presses after which something can't be reached."""
NAME_OF_FOCUSED = """() => {
  const { ariaLabel, labels, innerText } = document.activeElement;
  return (ariaLabel ?? labels?.[0]?.innerText ?? innerText).trim();
}"""


async def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Presses the key until what is called so has the focus."""
    for _ in range(MOST):
        if await page.evaluate(NAME_OF_FOCUSED) == name:
            return
        await page.keyboard.press(key)
    raise AssertionError(f"{key} doesn't lead to {name!r}.")
