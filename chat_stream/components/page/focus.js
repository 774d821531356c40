// Where the focus is sent from elsewhere on the page.
export function toMessage() {
  document.querySelector(".composer textarea")?.focus({ preventScroll: true });
}

/** On a narrow page the side is opened first. */
export function toFilter() {
  const filter = document.querySelector(".chat-filter");
  const side = filter?.closest("[popover]");
  if (side && !filter.checkVisibility()) side.showPopover();
  filter?.focus();
}
