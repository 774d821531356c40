"""The touch targets of a page."""

from playwright.async_api import Page

FINGERTIP = 44
"""Pixels, each way (WCAG 2.2, 2.5.5)."""
MEASURE = """
(size) => {
  const TARGETS = `a[href], button, select, textarea, summary, input, [tabindex="0"], [role=button], [role=menuitem],
    [role=option]`;
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true], .sr-only");
  // Of a checkbox its label is touched. Links amid a text that somebody wrote are as high as its lines.
  const touched = (element) => (element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : element);
  const found = [...document.querySelectorAll(TARGETS)].filter((each) => isSeen(each) && !each.disabled);
  const targets = [...new Set(found.map(touched))].filter((each) => each && !each.matches(".markdown a"));
  const boxes = targets.map((element) => ({ element, box: element.getBoundingClientRect() }));
  const named = ({ element, box }) =>
    `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 160)}`;
  const small = boxes.filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5);
  const over = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).filter((other) => overlap(one, other)).map((other) => `${named(one)} <-> ${named(other)}`));
  function overlap({ element, box }, { element: other, box: its }) {
    if (element.contains(other) || other.contains(element) || isBeside(element, other)) return false;
    const width = Math.min(box.right, its.right) - Math.max(box.left, its.left);
    const height = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
    return width > 1 && height > 1;
  }
  // What lies over the page, as a menu does, or scrolls below something else.
  function isBeside(element, other) {
    const layer = (each) => each.closest("[popover], dialog, [role=dialog], [role=menu], [role=listbox]");
    return layer(element) !== layer(other) || scrolled(element) !== scrolled(other);
  }
  function scrolled(element) {
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(each).overflowY)) return each;
    }
    return null;
  }
  return { count: targets.length, small: small.map(named), over };
}
"""


async def check_touch_targets(page: Page) -> None:
    """Raises AssertionError with each target that a finger misses, and each pair of them of which it touches both."""
    found = await page.evaluate(MEASURE, FINGERTIP)
    assert found["count"] > 0, page.url
    assert not found["small"] + found["over"], "\n".join([page.url, *found["small"], *found["over"]])
