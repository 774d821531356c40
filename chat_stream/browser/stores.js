// The browser's stores, for everything that the page keeps.

/** @typedef {"localStorage" | "sessionStorage" | "page"} Area */

export const LOCAL = "localStorage";
export const SESSION = "sessionStorage";
/** The area of values that last as long as the page. */
export const PAGE = "page";

const remembered = new Map();

/**
 * The value under a key; null if there is none.
 * @param {string} key
 * @param {Area} area
 * @returns {string | null}
 */
export function read(key, area = LOCAL) {
  const known = remembered.get(nameOf(key, area));
  if (known !== undefined || area === PAGE) return known ?? null;
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/**
 * Stores a text. Returns whether it outlasts the page.
 * @param {string} key
 * @param {string} value
 * @param {Area} area
 */
export function keep(key, value, area = LOCAL) {
  const name = nameOf(key, area);
  try {
    if (area !== PAGE) {
      window[area].setItem(key, value);
      remembered.delete(name);
      return window[area] instanceof Storage;
    }
  } catch {
    // It is full or forbidden.
  }
  remembered.set(name, value);
  return area === PAGE;
}

/**
 * @param {string} key
 * @param {Area} area
 */
export function forget(key, area = LOCAL) {
  remembered.delete(nameOf(key, area));
  try {
    if (area !== PAGE) window[area].removeItem(key);
  } catch {
    // There is nothing to remove.
  }
}

/**
 * Calls `changed` when another tab changed a shared value. Returns a function that stops it.
 * @param {string} key
 * @param {() => void} changed
 */
export function follow(key, changed) {
  const listen = (/** @type {StorageEvent} */ event) => {
    if (event.key !== null && event.key !== key) return; // without a key, everything was deleted
    remembered.delete(nameOf(key, LOCAL));
    changed();
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}

/**
 * @param {string} key
 * @param {Area} area
 */
function nameOf(key, area) {
  return `${area} ${key}`;
}
