// Finds where an address in somebody's text really leads, as the browser itself reads it.
const TRUSTED = ["http:", "https:", "mailto:"];

/**
 * `{ href, host }`, or null for addresses that must not be opened, such as `javascript:` and `data:`.
 * @param {string} address
 */
export function destination(address) {
  try {
    const url = new URL(address, window.location.href);
    if (!TRUSTED.includes(url.protocol)) return null;
    return { href: url.href, host: url.host || url.pathname, isSecure: url.protocol === "https:" };
  } catch {
    return null;
  }
}
