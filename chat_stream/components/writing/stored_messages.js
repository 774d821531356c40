// That a message of this page was stored is said to who wants to know: the region in which it is shown.
const listeners = new Set();

export function saySent() {
  for (const listener of listeners) listener();
}

/**
 * Returns what ends it.
 * @param {() => void} listener
 */
export function whenSent(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
