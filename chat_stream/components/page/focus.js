// Places that get the focus from elsewhere on the page.
import { chatFilter, composerBox } from "./elements.js";

export function toMessage() {
  composerBox()?.focus({ preventScroll: true });
}

/** Where the page itself sends it: not where that would bring up a keyboard on the screen. */
export function toMessageUnasked() {
  if (matchMedia("(hover: hover)").matches) toMessage();
}

/** On a narrow page, the sidebar is opened first. */
export function toFilter() {
  const filter = chatFilter();
  const side = filter?.closest("[popover]");
  if (side instanceof HTMLElement && !filter?.checkVisibility()) side.showPopover();
  filter?.focus();
}
