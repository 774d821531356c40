// Refuses files, which can't be added to a chat. A file that is dropped or pasted changes nothing, and a notice says
// so. Text is accepted, even if a picture comes with it, as from Word and Excel.

const BOXES = "textarea, input, [contenteditable]";
const FILE_BOX = "input[type=file]";

/**
 * Watches the whole page and calls `onRefused` for a refused file. Returns a function that stops it.
 * @param {() => void} onRefused
 */
export function refuseFiles(onRefused) {
  const over = (/** @type {any} */ event) => {
    if (event.target.closest?.(FILE_BOX)) return;
    const { types } = event.dataTransfer;
    if (isBox(event.target) && types.includes("text/plain")) return;
    event.preventDefault();
    // The drop event is sent only for what may be dropped.
    event.dataTransfer.dropEffect = types.includes("Files") ? "copy" : "none";
  };
  const drop = (/** @type {any} */ event) => {
    if (event.target.closest?.(FILE_BOX)) return;
    const isFile = isOnlyFile(event.dataTransfer);
    if (isBox(event.target) && !isFile) return;
    event.preventDefault(); // otherwise the browser opens the file or address instead of the page
    if (isFile) onRefused();
  };
  const paste = (/** @type {any} */ event) => {
    if (!event.clipboardData || !isOnlyFile(event.clipboardData)) return;
    event.preventDefault();
    onRefused();
  };
  const listeners = { dragenter: over, dragover: over, drop, paste };
  for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener);
  };
}

/**
 * Whether a transfer has files or pictures but no text. A file's own name or address doesn't count as text.
 * @param {DataTransfer} transfer
 */
export function isOnlyFile(transfer) {
  if (!transfer.types.includes("Files")) return false;
  const lines = linesOf(transfer.getData("text/plain"));
  const html = transfer.getData("text/html");
  if (!lines.length || (html && !wordsOf(html))) return true;
  const names = Array.from(transfer.files, ({ name }) => name);
  const addresses = linesOf(transfer.getData("text/uri-list"));
  return lines.every((line) => names.includes(line) || addresses.includes(line) || line.startsWith("file://"));
}

/** @param {any} element */
function isBox(element) {
  const box = element.closest?.(BOXES);
  return Boolean(box) && !box.disabled && !box.readOnly;
}

/** @param {string} text */
function linesOf(text) {
  return text.split(/[\r\n]+/).filter((line) => line.trim());
}

/**
 * The text that people read in HTML.
 * @param {string} html
 */
function wordsOf(html) {
  const hidden = /<!--[\s\S]*?-->|<(style|script|title)\b[\s\S]*?<\/\1\s*>|<[^>]*>|&nbsp;/gi;
  return html.replace(hidden, " ").trim();
}
