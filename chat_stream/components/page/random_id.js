/**
 * A random id for something that the page sends: sent twice with the same id, it is one message. Also works without
 * https.
 */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
