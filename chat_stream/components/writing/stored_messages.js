// Notifies the conversation's region when a message of this page was stored.
const listeners = new Set();

export function saySent() {
  for (const listener of listeners) listener();
}

/**
 * Returns a function that stops it.
 * @param {() => void} listener
 */
export function whenSent(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
