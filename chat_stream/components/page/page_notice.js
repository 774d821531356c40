// What any script of the page has to say to its reader, once: `page_notice.jsx` shows it.
/** @type {Set<(key: string) => void>} */
const listeners = new Set();
const said = new Set();

/**
 * Shows a text of the catalogue for a while; an empty key ends what is shown.
 * @param {string} key
 */
export function notify(key) {
  for (const listener of listeners) listener(key);
}

/**
 * The same, but never twice on a page.
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
