// What a key does in a text field. Keys of an input method do nothing: they belong to the word that is being composed.

/**
 * Safari ends the composition before the Enter that ended it, and marks that key only by its code 229.
 * @param {KeyboardEvent} event
 */
export function isComposed(event) {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Hides the keys of input methods from everything on the page that listens to keys. Returns a function that stops it.
 */
export function guardComposition() {
  const guard = (/** @type {KeyboardEvent} */ event) => {
    if (!isComposed(event)) return;
    event.stopImmediatePropagation();
    if (event.key === "Escape") event.preventDefault(); // otherwise the browser closes the dialog around it
  };
  window.addEventListener("keydown", guard, true);
  window.addEventListener("keyup", guard, true);
  return () => {
    window.removeEventListener("keydown", guard, true);
    window.removeEventListener("keyup", guard, true);
  };
}

/**
 * How a key sends the text: "queued", "at once" (without waiting for the answer above), or "" if it doesn't. `sendKey`
 * is the person's setting. With `isOnGlass` they type on a touch screen, where Return is the only way to a second line.
 * @param {{ key: string, altKey: boolean, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean }} event
 * @param {{ sendKey: string, isOnGlass: boolean }} writing
 */
export function sendingOf(event, { sendKey, isOnGlass }) {
  if (event.key !== "Enter" || event.altKey) return "";
  const isCommand = event.ctrlKey || event.metaKey;
  if (sendKey === "ctrl-enter") return isCommand ? (event.shiftKey ? "at once" : "queued") : "";
  if (event.shiftKey) return "";
  if (isCommand) return "at once";
  return isOnGlass ? "" : "queued";
}

const UNKNOWN_ON_GLASS = /^(Shift|Control|Alt|Meta|Escape|Arrow(Up|Down|Left|Right)|F\d+)$/;

/**
 * Whether a key comes from a physical keyboard: on-screen keyboards lack such keys, or don't report their position.
 * @param {{ key: string, code: string }} event
 */
export function isOfKeyboard({ key, code }) {
  return UNKNOWN_ON_GLASS.test(key) && Boolean(code) && code !== "Unidentified";
}
