// Writes to the clipboard in every way that the browser has: without https there is only the old one.

/** @typedef {{ text: string, html?: string }} Content */

/**
 * Copies `html` together with the plain `text`; the program that pastes takes what it understands. Rejects if every way
 * is refused.
 * @param {Content} content
 */
export async function toClipboard({ text, html = "" }) {
  try {
    if (html && window.ClipboardItem) await navigator.clipboard.write([itemOf({ text, html })]);
    else await navigator.clipboard.writeText(text);
  } catch {
    copyByCommand((transfer) => fill(transfer, { text, html }));
  }
}

/**
 * @param {DataTransfer} transfer
 * @param {Content} content
 */
export function fill(transfer, { text, html }) {
  transfer.setData("text/plain", text);
  if (html) transfer.setData("text/html", html);
}

/** @param {Required<Content>} content */
function itemOf({ text, html }) {
  const as = (/** @type {string} */ type, /** @type {string} */ content) => [type, new Blob([content], { type })];
  return new ClipboardItem(Object.fromEntries([as("text/plain", text), as("text/html", html)]));
}

/**
 * The old command copies the selection, so something is selected for a moment.
 * @param {(transfer: DataTransfer) => void} put
 */
function copyByCommand(put) {
  const selection = getSelection();
  if (!selection) throw new Error("The browser selects nothing.");
  const selected = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  const focused = document.activeElement;
  const place = document.body.appendChild(newPlace());
  let isCopied = false;
  const copy = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.clipboardData) put(event.clipboardData);
    isCopied = true;
  };
  window.addEventListener("copy", copy, { capture: true });
  try {
    selection.selectAllChildren(place);
    if (!document.execCommand("copy") || !isCopied) throw new Error("The browser lets nothing be copied.");
  } finally {
    window.removeEventListener("copy", copy, { capture: true });
    place.remove();
    selection.removeAllRanges();
    selected.forEach((range) => selection.addRange(range));
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

function newPlace() {
  const place = document.createElement("span");
  place.textContent = "\u00a0";
  place.setAttribute("aria-hidden", "true");
  place.className = "copy-place";
  return place;
}
