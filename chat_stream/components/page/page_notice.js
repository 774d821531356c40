// Messages from the page's scripts to its reader, shown by `page_notice.jsx`.
/** @type {Set<(key: string) => void>} */
const listeners = new Set();
const said = new Set();

/**
 * Shows a text of the catalogue for a while. An empty key hides it.
 * @param {string} key
 */
export function notify(key) {
  for (const listener of listeners) listener(key);
}

/**
 * Shows a text at most once on a page.
 * @param {string} key
 */
export function notifyOnce(key) {
  if (said.has(key)) return;
  said.add(key);
  notify(key);
}

/**
 * Returns a function that stops it.
 * @param {(key: string) => void} listener
 */
export function whenNotified(listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
